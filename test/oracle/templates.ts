/**
 * Renders the templates of the corpus far enough that both sides read the same configuration: control lines go, values
 * become plausible ones. Which branch of a condition is taken does not matter: all of them stay.
 */

/** Renders Jinja, Go templates, ERB, envsubst, autoconf's `@NAME@` and, for `.tpl` files, Python's `%name`. */
export function render(file: string, text: string): string {
  const rendered = text
    .replace(/^\s*(?:\{%.*?%\}|\{#.*?#\}|<%[^=].*?%>|\{\{-?\s*(?:if|else|end|range|with)\b.*?\}\})\s*$/gm, '')
    .replace(/\{%.*?%\}|<%[^=].*?%>/g, '')
    .replace(/\{\{(.*?)\}\}|<%=(.*?)%>/g, (_, jinja?: string, erb?: string) => plausible(jinja ?? erb ?? ''))
    .replace(
      /(=\s*)(?:\$\{(\w+)\}|([A-Z]+(?:_[A-Z]+)+))(?=\s*$)/gm,
      (_, before: string, braced?: string, bare?: string) => {
        return before + plausible(braced ?? bare ?? '');
      },
    )
    .replace(/@\w*VERSION@/g, '2.4.1');
  return file.endsWith('.tpl') ? renderPercent(rendered) : rendered;
}

function renderPercent(text: string): string {
  return text
    .replace(/^%\w+\s*$/gm, '')
    .replace(/%\{\w*(?:enabled|do_|disabled)\w*\}/g, '')
    .replace(/%%|%\{(\w+)\}|%(\w+)/g, (whole, braced?: string, bare?: string) =>
      whole === '%%' ? '%' : plausible(braced ?? bare ?? ''),
    );
}

function plausible(name: string): string {
  if (/port/i.test(name)) return '3306';
  if (/max_|min_/i.test(name)) return '10';
  if (/uid|gid/i.test(name)) return '5000';
  if (/debug/i.test(name)) return 'yes';
  if (/parameter$/i.test(name)) return 'ssl_min_protocol';
  if (/protocols$/i.test(name)) return 'TLSv1.2';
  return 'example';
}
