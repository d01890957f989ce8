// What the pages gain where scripts run: a slider of days, tables that filter, a timeline that zooms. Everything is there without it.

const day = 86_400_000;
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
const timeOf = (text: string): number => Date.parse(`${text}T00:00:00Z`);

/** Shows another day of the same page: what the server says of it takes the place of what stands here, and the address follows. */
async function goTo(address: string, keep: Element | null): Promise<void> {
    const answer = await fetch(address, { headers: { accept: 'text/html' } });
    if (!answer.ok) return location.assign(address);
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
    const main = document.querySelector('main');
    if (!next || !main) return location.assign(address);
    const id = keep instanceof HTMLElement ? keep.id : '';
    const open = [...main.querySelectorAll('details')].map(one => one.open);
    main.replaceChildren(...next.childNodes);
    [...main.querySelectorAll('details')].forEach((one, at) => { if (open[at]) one.open = true; });
    history.replaceState(null, '', address);
    enhance(main);
    document.getElementById(id)?.focus();
}

/** A slider under each form of days, from the first change to the last, with a mark at every change. */
function slide(form: HTMLFormElement): void {
    const days = (form.dataset.days ?? '').split(' ').filter(Boolean).map(timeOf);
    const last = timeOf(form.dataset.last ?? '');
    if (days.length === 0 || !(last > days[0]!)) return;
    for (const field of form.querySelectorAll<HTMLInputElement>('input[type=date]')) {
        const range = document.createElement('input');
        const marks = document.createElement('datalist');
        range.type = 'range';
        range.id = `slide-${field.name}`;
        range.min = '0';
        range.max = String(Math.round((last - days[0]!) / day));
        range.value = String(Math.round(((field.value ? timeOf(field.value) : last) - days[0]!) / day));
        const line = document.createElement('label');
        line.className = 'slide';
        line.append(`${field.closest('label')?.textContent?.trim() ?? field.name}: ${document.querySelector('main')?.dataset.slide ?? ''} `, range);
        marks.id = `marks-${field.name}`;
        marks.append(...days.map(at => { const mark = document.createElement('option'); mark.value = String(Math.round((at - days[0]!) / day)); return mark; }));
        range.setAttribute('list', marks.id);
        const says = (): void => {
            field.value = iso(days[0]! + Number(range.value) * day);
            range.setAttribute('aria-valuetext', field.value);
        };
        if (field.value) range.setAttribute('aria-valuetext', field.value);
        range.addEventListener('input', says);
        range.addEventListener('change', () => { says(); void goTo(addressOf(form), range); });
        form.append(line, marks);
    }
}

function addressOf(form: HTMLFormElement): string {
    const asked = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string' && value !== '') asked.set(name, value);
    return `${form.getAttribute('action') ?? location.pathname}?${asked}`;
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();

/** A field above each long table that leaves only the rows which hold what is typed, with or without accents. */
function filter(table: HTMLTableElement): void {
    const rows = [...table.tBodies].flatMap(body => [...body.rows]);
    const frame = table.closest('.wide');
    if (rows.length < 12 || !frame) return;
    const label = document.createElement('label');
    const field = document.createElement('input');
    field.type = 'search';
    label.className = 'filter';
    label.append(`${document.querySelector('main')?.dataset.filter ?? ''} `, field);
    const texts = rows.map(row => fold(row.textContent ?? ''));
    field.addEventListener('input', () => {
        const words = fold(field.value).split(/\s+/).filter(Boolean);
        rows.forEach((row, at) => { row.hidden = !words.every(word => texts[at]!.includes(word)); });
    });
    frame.before(label);
}

/** The ways to another stretch of time change the drawing in place; so do the arrow keys and the wheel with Ctrl over it. */
function zoom(figure: HTMLElement): void {
    const ways = (): HTMLElement[] => [...(document.querySelector('.zoom')?.querySelectorAll<HTMLElement>('a, strong') ?? [])];
    const step = (by: number): void => {
        const all = ways();
        const way = all[all.findIndex(one => one.tagName === 'STRONG') + by];
        if (way instanceof HTMLAnchorElement) void goTo(way.href, figure);
    };
    figure.id ||= 'lanes';
    figure.tabIndex = 0;
    figure.addEventListener('keydown', pressed => {
        if (pressed.key === '+' || pressed.key === '-') { pressed.preventDefault(); step(pressed.key === '+' ? 1 : -1); }
    });
    figure.addEventListener('wheel', turned => {
        if (!turned.ctrlKey) return;
        turned.preventDefault();
        step(turned.deltaY < 0 ? 1 : -1);
    }, { passive: false });
}

function enhance(root: ParentNode): void {
    root.querySelectorAll<HTMLFormElement>('form.as-of').forEach(slide);
    root.querySelectorAll<HTMLTableElement>('.wide table').forEach(filter);
    root.querySelectorAll<HTMLElement>('figure.lanes').forEach(zoom);
    root.querySelectorAll<HTMLAnchorElement>('.zoom a, .steps-in-time a').forEach(way => way.addEventListener('click', pressed => {
        if (pressed.ctrlKey || pressed.metaKey || pressed.shiftKey || pressed.button !== 0) return;
        pressed.preventDefault();
        void goTo(way.href, null);
    }));
}

enhance(document);
