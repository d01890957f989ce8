// Builds the script of the web pages anew from its source and says whether the committed one equals it; with --write it takes its place. The types are checked too.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const web = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'src', 'Servanda', 'Web');
const source = join(web, 'Script', 'pages.ts');
const committed = join(web, 'pages.js');
const { packageJson, bin } = (() => {
    const path = createRequire(import.meta.url).resolve('typescript/package.json');
    return { packageJson: path, bin: JSON.parse(readFileSync(path, 'utf8')).bin.tsc };
})();
execFileSync(process.execPath, [join(dirname(packageJson), bin), '--noEmit', '--strict', '--noUncheckedIndexedAccess', '--target', 'es2022', '--lib', 'es2023,dom,dom.iterable', '--module', 'esnext', '--moduleResolution', 'bundler', source], { stdio: 'inherit' });
const { outputFiles: [built] } = buildSync({ entryPoints: [source], minify: true, target: 'es2022', charset: 'utf8', write: false });
if (process.argv.includes('--write')) {
    writeFileSync(committed, built.text);
    console.log(`ok script: ${built.text.length} letters written`);
} else if (readFileSync(committed, 'utf8') === built.text) console.log(`ok script: the committed one is what its source builds, ${built.text.length} letters`);
else {
    console.error('failed script: src/Servanda/Web/pages.js is not what src/Servanda/Web/Script/pages.ts builds; ./dev script builds it');
    process.exitCode = 1;
}
