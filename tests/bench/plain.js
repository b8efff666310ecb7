// A small planner in plain JavaScript: what react.jsx shows, without a framework. It is no part of the page: `make bench`
// bundles it (pages.mjs) as a yardstick for how soon a tick is seen. It stays as it is, so that figures of different days
// can be held beside each other.

import units from './units.json';
let picked; try { picked = new Set(JSON.parse(localStorage.plan || '[]')) } catch { picked = new Set() }
const root = document.getElementById('root'), el = (n, p = {}, ...k) => { const e = Object.assign(document.createElement(n), p); e.append(...k); return e };
const total = el('p', { id: 'total' }), r1 = el('li'), r2 = el('li'), heads = { 1: el('h2'), 2: el('h2') }, t = { 1: 0, 2: 0, h: 0 };
const set = (e, s) => { if (e.textContent !== s) e.textContent = s };
const draw = () => { const all = t[1] + t[2]; set(total, `${all} of at least 37 credits, ${t.h} hours`); set(r1, all >= 37 ? 'Met' : `${37 - all} more credits`); set(r2, t[2] <= 18 ? 'Group 2 within its limit' : `${t[2] - 18} credits over in Group 2`); for (const g of [1, 2]) set(heads[g], `Group ${g}: ${t[g]} credits`) };
const main = el('main', {}, el('h1', { textContent: 'Level 5 Diploma in Leadership and Management' }), el('aside', {}, total, el('ul', {}, r1, r2)));
for (const g of [1, 2]) { const ul = el('ul'); for (const u of units) if (u[5] === g) { const box = el('input', { type: 'checkbox', checked: picked.has(u[0]) }); if (box.checked) { t[g] += u[3]; t.h += u[4] }
  box.onchange = () => { const s = box.checked ? 1 : -1; t[g] += s * u[3]; t.h += s * u[4]; box.checked ? picked.add(u[0]) : picked.delete(u[0]); localStorage.plan = JSON.stringify([...picked]); draw() };
  ul.append(el('li', {}, el('label', {}, box, ` ${u[1]} `, el('small', { textContent: `${u[0]} · Level ${u[2]} · ${u[3]} credits · ${u[4]} hours` })))) } main.append(el('section', {}, heads[g], ul)) }
draw(); root.append(main);
