// Opens a dossier from a file in a real browser that may load nothing: it is whole, accessible, and every link of its own leads somewhere.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [file, browserPath] = process.argv.slice(2);
const faults = [];
const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu'] });
try {
    const page = await (await browser.newContext({ bypassCSP: true, viewport: { width: 360, height: 800 } })).newPage();
    page.on('request', asked => { if (!asked.url().startsWith('file:') && !asked.url().startsWith('data:')) faults.push(`asks ${asked.url()}`); });
    page.on('console', said => { if (said.type() === 'error') faults.push(`console: ${said.text()}`); });
    await page.goto(pathToFileURL(file).href);
    const seen = await page.evaluate(() => ({
        ledger: document.querySelector('meta[name=servanda-ledger]')?.content, data: document.querySelector('meta[name=servanda-data]')?.content,
        lost: [...document.querySelectorAll('a[href^="#"]')].filter(link => !document.getElementById(link.getAttribute('href').slice(1))).length,
        lanes: document.querySelectorAll('.lane-row').length, wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }));
    if (!/^[0-9a-f]{32}$/.test(seen.ledger ?? '') || !/^[0-9a-f]{12}$/.test(seen.data ?? '')) faults.push('it does not say which ledger and data it was made from');
    if (seen.lost > 0) faults.push(`${seen.lost} links lead nowhere`);
    if (seen.lanes === 0) faults.push('no lanes');
    if (seen.wide > 0) faults.push(`${seen.wide} px wider than a phone`);
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
    for (const one of violations) faults.push(`${one.id}: ${one.nodes.slice(0, 2).map(node => node.html.slice(0, 140)).join(' | ')}`);
} finally {
    await browser.close();
}
for (const fault of faults) console.error(`failed dossier: ${fault}`);
if (faults.length === 0) console.log('ok dossier: it stands by itself');
process.exitCode = faults.length === 0 ? 0 : 1;
