// Opens every web page in a real browser, in both languages, wide and narrow: axe-core finds nothing, the console is silent, and no request leaves the host.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import puppeteer from 'puppeteer-core';

const [site, chromium] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const paths = ['/', '/agreements', '/agreements/open-skies?on=2021-06-20', '/agreements/cfe', '/findings', '/search?q=bau+troi+mo', '/actors?a=RUS&b=USA', '/whatif?agreement=open-skies&party=Canada&act=notify-withdrawal&on=2026-11-22',
    '/review', '/coverage', '/stories/13-nga-roi-bau-troi-mo-sai-ngay', '/nowhere'];
const browser = await puppeteer.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-gpu'] });
let looked = 0;
const faults = [];

async function look(path, language, width, dark) {
    const page = await browser.newPage();
    await page.setBypassCSP(true); // for axe alone: the pages themselves run nothing
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
    const where = `${language} ${width}${dark ? ' dark' : ''} ${path}`;
    page.on('console', said => { if (said.type() === 'error' && !said.text().includes('404')) faults.push(`${where}: console: ${said.text()}`); });
    page.on('request', asked => { if (!asked.url().startsWith(site) && !asked.url().startsWith('data:')) faults.push(`${where}: asks ${asked.url()}`); });
    const answer = await page.goto(`${site}${path}${path.includes('?') ? '&' : '?'}lang=${language}`, { waitUntil: 'load' });
    if (answer.status() >= 500) faults.push(`${where}: ${answer.status()}`);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
    for (const one of violations) faults.push(`${where}: ${one.id}: ${one.nodes.slice(0, 2).map(node => node.html.slice(0, 120)).join(' | ')}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) faults.push(`${where}: ${wide} px wider than the screen`);
    looked++;
    await page.close();
}

try {
    for (const path of paths) {
        await look(path, 'vi', 1200, false);
        await look(path, 'en', 360, true);
    }
} finally {
    await browser.close();
}
for (const fault of faults) console.error(`failed ${fault}`);
console.log(`${faults.length === 0 ? 'ok' : 'failed'} pages: ${looked} looked at`);
process.exitCode = faults.length === 0 ? 0 : 1;
