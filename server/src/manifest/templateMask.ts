/**
 * Charts and playbooks are no YAML before a template engine has read them. What the engine replaces is masked character
 * by character, so that what is left can be read as YAML and every offset stays what it is.
 */

/** Helm, Go, Jinja. A comment may go over several lines. */
const opening = /\{\{|\{%/g;
const alone = /^[ \t]*(?:(?:\{\{[^\n]*?\}\}|\{%[^\n]*?%\})[ \t]*)+\r?$/;
/** `key: |`, `- >-`: a block scalar begins below. */
const blockHeader = /^([ \t]*(?:- +)*)(.*?)[|>][-+0-9]{0,2}[ \t]*(?:#.*)?\r?$/;

export function isTemplate(text: string): boolean {
  return /\{\{|\{%/.test(text);
}

/** The text with as many characters as before, and the same line ends. */
export function maskTemplate(text: string): string {
  const block = new BlockScalars();
  return withoutComments(text)
    .split('\n')
    .map((line) => block.mask(line))
    .join('\n');
}

/** Dovecot's own text inside of block scalars is left as it is; only lines that would end the block too early are moved into it. */
class BlockScalars {
  /** The column of what the block belongs to; undefined outside of blocks. */
  #parent: number | undefined;
  #indentation: number | undefined;

  mask(line: string): string {
    if (line.trim() === '') return line;
    const indentation = line.search(/[^ ]/);
    const isAlone = alone.test(line);
    if (this.#parent !== undefined) {
      if (isAlone) return this.#inBlock(line, indentation);
      if (indentation > this.#parent) {
        this.#indentation ??= indentation;
        return line;
      }
      this.#parent = undefined;
    }
    if (isAlone) return blank(line);
    const masked = inLine(line);
    const header = blockHeader.exec(masked);
    if (header !== null && /^$|[:?] +(?:[&!]\S+ +)?$/.test(header[2]!)) {
      const column = header[1]!.length;
      this.#parent = header[2] === '' ? column - 1 : column;
      this.#indentation = undefined;
    }
    return masked;
  }

  #inBlock(line: string, indentation: number): string {
    const wanted = this.#indentation ?? this.#parent! + 1;
    if (indentation >= wanted) return line;
    const end = line.endsWith('\r') ? '\r' : '';
    const room = line.length - end.length - wanted - 4;
    return room < 0 ? blank(line) : `${' '.repeat(wanted)}{{${'-'.repeat(room)}}}${end}`;
  }
}

function blank(line: string): string {
  return line.replace(/[^\r]/g, ' ');
}

/** `{{ .Values.name }}` becomes one word, which is still known for a hole; what brings lines of its own becomes blanks. */
function inLine(line: string): string {
  return line.replace(/\{\{.*?\}\}|\{%.*?%\}/g, (hole) =>
    /\bnindent\b/.test(hole) ? blank(hole) : `__${'X'.repeat(Math.max(hole.length - 4, 0))}__`,
  );
}

/** What an engine's statement says over several lines is no part of the YAML. */
function withoutComments(text: string): string {
  let result = '';
  let from = 0;
  for (const { 0: sign, index } of text.matchAll(opening)) {
    if (index < from) continue;
    const close = text.indexOf(sign === '{{' ? '}}' : '%}', index);
    if (close === -1) break;
    const end = close + 2;
    const hole = text.slice(index, end);
    if (!hole.includes('\n')) continue;
    result += text.slice(from, index) + hole.replace(/[^\r\n]/g, ' ');
    from = end;
  }
  return result + text.slice(from);
}
