// Uses every web page in a real browser: both languages, wide and narrow, light and dark, with and without script. axe-core finds nothing, the console is silent, no request leaves the host, nothing is wider than the
// screen. With a folder as third argument the pictures of the documents are made there.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [site, browserPath, pictures] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const longest = 105_000; // milliseconds for all; what is left then is told as skipped
const started = Date.now();
const faults = [];
let looked = 0, judged = 0, skipped = 0;

const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu'] });
const firstEvent = (await (await fetch(`${site}/api/v1/timeline?agreement=open-skies&from=2020-11-22&to=2020-11-22`)).json()).find(told => told.origins > 1).id;
const paths = ['/', '/agreements', '/agreements/open-skies?on=2020-11-11&party=USA&span=4', '/agreements/new-start?on=2023-08-01', '/agreements/cfe', '/findings', `/events/${firstEvent}`, '/stories/13-nga-roi-bau-troi-mo-sai-ngay',
    '/actors?a=RUS&b=USA', '/actors', '/search?q=bau+troi+mo', '/whatif?agreement=open-skies&party=Canada&act=notify-withdrawal&on=2026-11-22', '/whatif', '/review', '/coverage', '/rulings', '/api', '/enter', '/stories', '/nowhere'];

/** A visitor of one kind, whose pages are watched. */
async function visitor({ language, width, dark, script }) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: dark ? 'dark' : 'light', javaScriptEnabled: script, locale: language === 'vi' ? 'vi-VN' : 'en-GB', bypassCSP: script });
    const page = await context.newPage();
    const kind = `${language} ${width}${dark ? ' dark' : ''}${script ? '' : ' without script'}`;
    page.on('console', said => { if (['error', 'warning'].includes(said.type()) && !/404/.test(said.text())) faults.push(`${kind} ${page.url()}: console: ${said.text()}`); });
    page.on('pageerror', fault => faults.push(`${kind} ${page.url()}: ${fault.message}`));
    page.on('request', asked => { if (!asked.url().startsWith(site) && !asked.url().startsWith('data:')) faults.push(`${kind} ${page.url()} asks ${asked.url()}`); });
    return { page, kind, close: () => context.close() };
}

async function look({ page, kind }, path, withAxe) {
    if (Date.now() - started > longest) { skipped++; return; }
    const answer = await page.goto(site + path, { waitUntil: 'load' });
    if (answer.status() >= 500 || answer.status() >= 400 && path !== '/nowhere') faults.push(`${kind} ${path}: ${answer.status()}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) faults.push(`${kind} ${path}: ${wide} px wider than the screen`);
    if ((await page.innerText('main')).trim().length < 20) faults.push(`${kind} ${path}: nothing to read`);
    looked++;
    if (!withAxe) return;
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
    for (const one of violations) faults.push(`${kind} ${path}: ${one.id}: ${one.nodes.slice(0, 2).map(node => node.html.slice(0, 140)).join(' | ')}`);
    judged++;
}

async function tour(kind, withAxe) {
    const one = await visitor(kind);
    for (const path of paths) await look(one, path, withAxe);
    await one.close();
}

function must(holds, what) {
    if (!holds) faults.push(what);
}

/** What visitors do with script: the slider, the filter, the zoom, the keyboard. */
async function withScript() {
    const { page, close } = await visitor({ language: 'vi', width: 1200, dark: false, script: true });
    await page.goto(`${site}/agreements/open-skies?on=2020-11-11`);
    await page.keyboard.press('Tab');
    must(await page.evaluate(() => document.activeElement.className) === 'skip', 'the first stop of the keyboard is not the way to the content');
    const before = await page.innerText('#standing');
    await page.locator('#slide-on').focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(said => document.querySelector('#standing').innerText !== said, before);
    must(page.url().includes('on=2020-11-12'), `the slider leads to ${page.url()}`);
    must((await page.inputValue('input[name=on]')) === '2020-11-12', 'the slider and the day differ');
    must(await page.evaluate(() => document.activeElement.id) === 'slide-on', 'the slider lost the keyboard');
    await page.locator('.zoom a').last().click();
    await page.waitForFunction(() => location.search.includes('span=4'));
    await page.goto(`${site}/agreements`);
    await page.locator('.filter input').fill('bau troi');
    const left = await page.locator('tbody tr:visible').count();
    must(left > 0 && left < 5, `the filter leaves ${left} rows`);
    await close();
}

/** The same without script: days by the form, a draft that is checked, the list of what is watched. */
async function withoutScript() {
    const { page, close } = await visitor({ language: 'vi', width: 360, dark: false, script: false });
    await page.goto(`${site}/agreements/open-skies`);
    await page.fill('input[name=on]', '2020-11-11');
    await page.click('form.as-of button');
    must(page.url().includes('on=2020-11-11') && (await page.innerText('main')).includes('còn 11 ngày'), 'the day cannot be changed without script');
    await page.click('form.watch button');
    await page.goto(site);
    must(await page.locator('.watched li').count() === 1, 'what is watched is not on the first page');
    await page.goto(`${site}/review`);
    await page.fill('textarea', readFileSync(new URL('../../samples/13-nga-roi-bau-troi-mo-sai-ngay.txt', import.meta.url), 'utf8'));
    await page.click('main form button');
    must((await page.innerText('main')).includes('18/12/2021 thay cho 18/11/2021'), 'a draft is not checked without script');
    await close();
}

/** What a newcomer does who reads the README: three steps from the first page to the article. */
async function newcomer() {
    const { page, close } = await visitor({ language: 'en', width: 1200, dark: false, script: false });
    await page.goto(site);
    await page.click('text=Why could the US not leave Open Skies on 11 November 2020?');
    const said = await page.innerText('main');
    for (const told of ['Article XV(2)', '22 May 2020 + 6 months = 22 November 2020', '11 days left']) must(said.includes(told), `a newcomer does not find “${told}”`);
    await close();
}

async function draw() {
    const all = [['home', '/', 1200, 900], ['agreement', '/agreements/open-skies?on=2020-11-11&party=USA&span=4', 1200, 1150], ['disputed', '/agreements/new-start?on=2023-08-01', 1200, 900], ['pair', '/actors?a=RUS&b=USA', 1200, 950],
        ['event', `/events/${firstEvent}`, 1200, 1100], ['phone', '/agreements/new-start?on=2023-08-01', 360, 900]];
    for (const [name, path, width, height] of all) {
        const { page, close } = await visitor({ language: 'vi', width, dark: false, script: true });
        await page.setViewportSize({ width, height });
        await page.goto(site + path);
        await page.screenshot({ path: join(pictures, `${name}.png`) });
        await close();
    }
}

try {
    if (pictures) await draw();
    await Promise.all([withScript().then(newcomer), withoutScript()]);
    await Promise.all([tour({ language: 'vi', width: 1200, dark: false, script: true }, true), tour({ language: 'en', width: 360, dark: true, script: true }, true)]);
    await Promise.all([tour({ language: 'en', width: 1200, dark: true, script: true }, true), tour({ language: 'vi', width: 360, dark: false, script: true }, true)]);
    for (const language of ['vi', 'en']) await Promise.all([tour({ language, width: 1200, dark: false, script: false }, false), tour({ language, width: 360, dark: true, script: false }, false)]);
} catch (fault) {
    faults.push(fault.message);
} finally {
    await browser.close();
}
for (const fault of faults) console.error(`failed ${fault}`);
if (skipped > 0) console.log(`skipped: ${skipped} visits for which there was no time`);
console.log(`${faults.length === 0 ? 'ok' : 'failed'} pages: ${looked} looked at, ${judged} by axe-core, in ${Math.round((Date.now() - started) / 1000)} s`);
process.exitCode = faults.length === 0 ? 0 : 1;
