/** The class of service, which decides how many copies the RING keeps. */

import type { Located } from '../config/located.ts';
import type { ChainRole, FsDriver, StorageModel } from '../config/storage/types.ts';
import { amountOf } from '../config/values/amount.ts';
import { addDriverSetting } from '../lint/driverSetting.ts';
import { pro30, pro31 } from '../lint/examples.ts';
import { defineRule, type Fix, pro, replace } from '../lint/rule.ts';

const ring = 'sproxyd:http://ring.example.com/?reason_header_max_length=200';

export const sproxydClassMismatch = defineRule({
  id: 'sproxyd-class-mismatch',
  dialects: pro,
  severity: 'warning',
  statements: [],
  fixable: true,
  source: 'https://doc.dovecotpro.com/main/storage/providers/sproxyd.html',
  docs: {
    summary: 'The class of service of sproxyd is too low for mails and indexes, not set, or higher than search needs.',
    why: 'With class 2 the RING writes three copies, the least that mails and index bundles should have: with class 1 the loss of two disks can be the loss of a mail. Search indexes can be built again, so class 1 may do there and saves a third of the space. The manual of 2.3 names no default.',
    exceptions: 'The class for search is a choice, and a hint only. From 3.1 on class 2 is the default.',
    bad: [
      pro30(
        `plugin {\n  obox_fs = dictmap:proxy:dict-async:c ; ${ring}&class=<|1|> ; refcounting-table\n}\n`,
        `plugin {\n  obox_fs = dictmap:proxy:dict-async:c ; ${ring}&class=2 ; refcounting-table\n}\n`,
      ),
      pro30(
        `plugin {\n  obox_index_fs = dictmap:proxy:dict-async:c ; <|sproxyd|>${ring.slice(7)} ; diff-table\n}\n`,
        `plugin {\n  obox_index_fs = dictmap:proxy:dict-async:c ; ${ring}&class=2 ; diff-table\n}\n`,
      ),
      pro30(
        `plugin {\n  fts_dovecot_fs = dictmap:proxy:dict-async:c ; ${ring}&class=<|2|> ; dict-prefix=%u/fts/\n}\n`,
        `plugin {\n  fts_dovecot_fs = dictmap:proxy:dict-async:c ; ${ring}&class=1 ; dict-prefix=%u/fts/\n}\n`,
      ),
      pro31(
        'fs_sproxyd_url = http://ring.example.com/\nmetacache {\n  fs sproxyd {\n    class = <|1|>\n  }\n}\n',
        'fs_sproxyd_url = http://ring.example.com/\nmetacache {\n  fs sproxyd {\n    class = 2\n  }\n}\n',
      ),
    ],
    good: [
      pro31(
        'fs_sproxyd_url = http://ring.example.com/\nfs_sproxyd_class = 2\nobox {\n  fs sproxyd {\n  }\n}\nfts dovecot {\n  fs sproxyd {\n    class = 1\n  }\n}\n',
      ),
      pro30(`plugin {\n  obox_fs = dictmap:proxy:dict-async:c ; ${ring}&class={{ class }} ; refcounting-table\n}\n`),
      pro31('fs_sproxyd_url = http://ring.example.com/\nobox {\n  fs sproxyd {\n  }\n}\n'),
    ],
  },
  messages: {
    low: 'Mails and indexes need class 2 at least, which is three copies.',
    missing: 'No class of service is set, and 2.3 and 3.0 name no default: set it.',
    search: 'Search indexes can be built again: class 1 may do.',
  },
  check({ storage, configuration, report }) {
    for (const { role, drivers } of storage.chains) {
      for (const driver of drivers.filter(({ name }) => name.text === 'sproxyd')) {
        const at = driver.get('fs_sproxyd_class');
        const level = amountOf(at, 'uint', configuration.decision.grammar);
        if (at === undefined && driver.section === undefined && driver.complete && driver.url !== undefined) {
          report({ at: driver.name, message: 'missing', fixes: [add(driver, role)] });
        } else if (level !== undefined && level < 2n && role !== 'fts') {
          const title = 'Use class 2 (for new objects; the RING needs the space)';
          report({ at: at!, message: 'low', fixes: [{ title, safe: false, edits: [replace(at!, '2')] }] });
        } else if (level !== undefined && level >= 2n && role === 'fts' && !isShared(at!, storage)) {
          const title = 'Use class 1 (for new objects)';
          const fixes = [{ title, safe: false, edits: [replace(at!, '1')] }];
          report({ at: at!, message: 'search', severity: 'hint', fixes });
        }
      }
    }
  },
});

/** Whether another chain has the class from the same place: then it is not a decision about search. */
function isShared(at: Located, { chains }: StorageModel): boolean {
  const others = chains.filter(({ role }) => role !== 'fts').flatMap(({ drivers }) => drivers);
  return others.some((driver) => {
    const theirs = driver.name.text === 'sproxyd' ? driver.get('fs_sproxyd_class') : undefined;
    return theirs?.document === at.document && theirs.span.from === at.span.from;
  });
}

function add({ url }: FsDriver, role: ChainRole): Fix {
  const level = role === 'fts' ? '1' : '2';
  return {
    title: `Set class ${level} (look which class the RING has stored so far)`,
    safe: false,
    edits: [addDriverSetting(url!, 'fs_sproxyd_class', 'class', level)],
  };
}
