// A small planner in React, as one would write it: the units of one qualification in two groups, totals,
// the state of its rules, and the picks saved on each tick. It is no part of the page: `make bench`
// bundles it (pages.mjs) as a yardstick for how soon the planner can be used. It stays as it is, so that
// figures of different days can be held beside each other.

import { useState, useMemo, memo, useCallback, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import units from './units.json';
const Row = memo(({ u, on, toggle }) => <li><label><input type="checkbox" checked={on} onChange={() => toggle(u[0])} /> {u[1]} <small>{u[0]} · Level {u[2]} · {u[3]} credits · {u[4]} hours</small></label></li>);
function App() {
  const [picked, setPicked] = useState(() => { try { return new Set(JSON.parse(localStorage.plan || '[]')) } catch { return new Set() } });
  const toggle = useCallback(c => setPicked(p => { const n = new Set(p); n.has(c) ? n.delete(c) : n.add(c); return n }), []);
  useEffect(() => { localStorage.plan = JSON.stringify([...picked]) }, [picked]);
  const t = useMemo(() => { const s = { 1: 0, 2: 0, h: 0 }; for (const u of units) if (picked.has(u[0])) { s[u[5]] += u[3]; s.h += u[4] } return s }, [picked]);
  const all = t[1] + t[2];
  return <main><h1>Level 5 Diploma in Leadership and Management</h1>
    <aside><p id="total">{all} of at least 37 credits, {t.h} hours</p><ul><li>{all >= 37 ? 'Met' : `${37 - all} more credits`}</li><li>{t[2] <= 18 ? 'Group 2 within its limit' : `${t[2] - 18} credits over in Group 2`}</li></ul></aside>
    {[1, 2].map(g => <section key={g}><h2>Group {g}: {t[g]} credits</h2><ul>{units.filter(u => u[5] === g).map(u => <Row key={u[0]} u={u} on={picked.has(u[0])} toggle={toggle} />)}</ul></section>)}</main>;
}
createRoot(document.getElementById('root')).render(<App />);
