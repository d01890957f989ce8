// Reads each export of a folder with a reader that others wrote, and says what it found: "ok FORMAT: …" a line, exit code 1 with the first that cannot be read.
import { createReadStream, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { XMLValidator } from 'fast-xml-parser';
import FeedParser from 'feedparser';
import ICAL from 'ical.js';
import jsonld from 'jsonld';

const folder = resolve(process.argv[2] ?? '.');
const path = name => join(folder, name);
const text = name => readFileSync(path(name), 'utf8');

function must(holds, what) {
    if (!holds) throw new Error(what);
}

const duck = await (await DuckDBInstance.create()).connect();
const ask = async question => (await duck.runAndReadAll(question)).getRowObjects();

const checks = {
    async csv() {
        const rows = parse(text('events.csv'), { columns: true });
        must(rows.length > 0 && rows.every(row => /^[0-9a-f]{32}$/.test(row.id) && row.ledger && row.data), 'a row without id, ledger or data');
        const [{ count }] = await ask(`select count(*) as count from read_csv('${path('events.csv')}', header = true, all_varchar = true)`);
        must(Number(count) === rows.length, `DuckDB reads ${count} rows, csv-parse ${rows.length}`);
        return `${rows.length} rows`;
    },
    async jsonl() {
        const [{ count, told }] = await ask(`select count(*) as count, sum(len(tellers)) as told from read_json_auto('${path('events.jsonl')}', format = 'newline_delimited')`);
        must(Number(told) >= Number(count) && Number(count) > 0, 'an event that nobody tells');
        return `${count} events, ${told} reports`;
    },
    async plover() {
        const rows = await ask(`select * from read_json_auto('${path('events.plover')}', format = 'newline_delimited')`);
        must(rows.length > 0 && rows.every(row => row.id && row.date && row.source.items.length > 0 && row.event.items.length === 1), 'a record without id, date, source or event');
        return `${rows.length} records`;
    },
    async gdelt() {
        const options = { delimiter: '\t', quote: false, relax_column_count: false };
        const events = parse(text('events.gdelt'), options);
        const mentions = parse(text('events.gdelt-mentions'), options);
        must(events.length > 0 && events.every(row => row.length === 61 && /^\d{8}$/.test(row[1])), 'an event without its 61 columns');
        const ids = new Set(events.map(row => row[0]));
        must(mentions.every(row => row.length === 16 && ids.has(row[0])), 'a mention of no event');
        return `${events.length} events, ${mentions.length} mentions`;
    },
    async icews() {
        const rows = parse(text('events.icews'), { delimiter: '\t', quote: false, columns: true });
        must(rows.length > 0 && rows.every(row => /^\d{4}-\d{2}-\d{2}$/.test(row['Event Date']) && !Number.isNaN(Number(row.Intensity))), 'a row without a day or an intensity');
        return `${rows.length} rows`;
    },
    async ics() {
        const calendar = new ICAL.Component(ICAL.parse(text('events.ics')));
        const entries = calendar.getAllSubcomponents('vevent').map(entry => new ICAL.Event(entry));
        must(entries.length > 0 && entries.every(entry => entry.uid && entry.startDate.isDate && entry.endDate.compare(entry.startDate) > 0), 'an entry without its days');
        return `${entries.length} entries`;
    },
    async atom() {
        must(XMLValidator.validate(text('events.atom')) === true, 'no well-formed XML');
        const entries = [];
        await new Promise((done, failed) => createReadStream(path('events.atom')).on('error', failed).pipe(new FeedParser({ addmeta: false })).on('error', failed)
            .on('readable', function () { for (let entry; (entry = this.read());) entries.push(entry); }).on('end', done));
        must(entries.length > 0 && entries.every(entry => entry.guid && entry.title && entry.date instanceof Date), 'an entry without id, title or date');
        return `${entries.length} entries`;
    },
    async jsonld() {
        const documentLoader = async url => {
            must(url.startsWith('https://schema.org'), `another context: ${url}`);
            return { contextUrl: null, documentUrl: url, document: { '@context': { '@vocab': 'https://schema.org/' } } };
        };
        const quads = await jsonld.toRDF(JSON.parse(text('events.jsonld')), { documentLoader, safe: true });
        const reviews = quads.filter(quad => quad.object.value === 'https://schema.org/ClaimReview');
        must(reviews.length > 0, 'no review');
        return `${reviews.length} reviews`;
    },
    async documents() {
        const blocks = [...readFileSync(new URL('../../docs/analysis.md', import.meta.url), 'utf8').matchAll(/```sql\n([\s\S]*?)```/g)].map(block => block[1].replaceAll("'events.", `'${folder}/events.`));
        for (const block of blocks) must((await ask(block)).length > 0, `no row for ${block}`);
        must(blocks.length > 2, 'no question to DuckDB');
        return `${blocks.length} questions to DuckDB answered`;
    },
    async cite() {
        const bibtex = new Cite(text('cite.bibtex')).data;
        const csl = new Cite(text('cite.csl')).data;
        must(bibtex.length > 0 && bibtex.length === csl.length, `${bibtex.length} entries in BibTeX, ${csl.length} in CSL`);
        must(bibtex.every((entry, at) => entry.title === csl[at].title), 'titles differ');
        return `${csl.length} references`;
    },
};

for (const [format, check] of Object.entries(checks)) {
    try {
        console.log(`ok ${format}: ${await check()}`);
    } catch (fault) {
        console.error(`failed ${format}: ${fault.message}`);
        process.exitCode = 1;
    }
}
