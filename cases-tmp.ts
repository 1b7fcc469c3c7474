import { readFileSync } from 'node:fs';
import { parseTarget } from '/work/wt-check/server/src/config/dialect.ts';
import { problemsOf } from '/work/wt-check/server/src/config/check/check.ts';
import { lint } from '/work/wt-check/server/src/lint/run.ts';
import { rules } from '/work/wt-check/server/src/rules/index.ts';
import { memoryProject } from '/work/wt-check/test/support/memory.ts';
const cases = JSON.parse(readFileSync('test/fixtures/doveconf-cases.json','utf8'));
const only = process.argv[2];
let bad=0, n=0;
for (const [version, target] of [['2.3.19','ce-2.3@2.3.19'],['2.4.1','ce-2.4@2.4.1'],['2.4.5','ce-2.4@2.4.5']] as const) {
  for (const c of cases) {
    if (only && c.id !== only) continue;
    const r = c.res[version]; if (!r) continue; n++;
    const head = version.startsWith('2.4') && !c.raw ? 'dovecot_config_version = 2.4.1\ndovecot_storage_version = 2.4.1\n' : '';
    const project = memoryProject({ 't.conf': head + c.text, ...c.files }, { target: parseTarget(target)!, roots: ['t.conf'] });
    const [configuration] = project.configurations();
    const found = [...problemsOf(configuration!).values()].flat().map(p => ({ sev: p.certainty, code: p.code, doc: p.document, span: p.span }));
    for (const f of lint(configuration!, { rules: rules.filter(r=>/^(syntax|include)-/.test(r.id)), onError(r,e){throw e} })) found.push({ sev: f.severity, code: (f.message) as any, doc: f.document, span: f.span });
    const errors = found.filter(f => f.sev === 'error').map(f => ({...f, line: f.doc.text.slice(0,f.span.to).split('\n').length, file: f.doc.uri.split('/').pop()})).sort((a,b)=>a.line-b.line);
    const m = /Error in configuration file (\S+?)(?: line (\d+))?: (.*)/.exec(r.err);
    const refused = r.rc !== 0;
    let diff = '';
    if (refused && errors.length === 0) diff = 'MISSED';
    else if (!refused && errors.length > 0) diff = 'FALSE';
    else if (refused && m && m[2]) { const first = errors.filter(e => e.file === m[1])[0]; if (first?.line !== Number(m[2])) diff = 'LINE'; }
    if (only || diff) { bad++; console.log(`${diff} ${version} ${c.id} ${c.args ?? ''} ${JSON.stringify(c.text)} rc=${r.rc} ${r.err.split('\n').slice(-1)[0].slice(0,150)} | ours: ${found.map(e => `${e.sev[0]}:${e.code}@${e.doc.text.slice(0,e.span.from).split('\n').length}«${e.doc.text.slice(e.span.from,e.span.to)}»`).join(' ; ')}`); }
  }
}
console.log(n, bad);
