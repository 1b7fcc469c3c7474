/** The formats of `dovelint check`, by the name that `--format` takes. The first is the default. */

import { checkstyleFormat } from './checkstyle.ts';
import { githubFormat } from './github.ts';
import { gitlabFormat } from './gitlab.ts';
import { jsonFormat } from './json.ts';
import { junitFormat } from './junit.ts';
import type { Format } from './report.ts';
import { sarifFormat } from './sarif.ts';
import { textFormat } from './text.ts';

export const formats: Readonly<Record<string, Format>> = {
  text: textFormat,
  json: jsonFormat,
  sarif: sarifFormat,
  github: githubFormat,
  gitlab: gitlabFormat,
  checkstyle: checkstyleFormat,
  junit: junitFormat,
};
