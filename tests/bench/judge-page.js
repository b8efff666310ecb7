// Runs in the page of judge.mjs.

import init, { Engine } from "./bench_engine.js";

await init({ module_or_path: new URL("./bench_engine_bg.wasm", import.meta.url) });
const text = await (await fetch("8607.json")).text();
const catalogue = JSON.parse(text);
const own = catalogue.qualifications.find(({ id }) => id === "8607-diploma");
// What the sizes of a suite share stands there.
const suite = catalogue.suites.find(({ id }) => id === own.suite);
const qualification = { ...suite, ...own, rules: [...suite.rules, ...own.rules] };
const engine = Engine.read(text, "8607-diploma");
const codes = engine.codes().split(" ");
const units = new Map(catalogue.units.map((unit) => [unit.code, unit]));

/** As one would write it: the rules gone over one by one, each over the picked units. */
function isMet(picked) {
  const today = "2026-11-22";
  const closed = qualification.rules
    .filter((rule) => rule.kind === "registration" && today >= rule.closed_from)
    .map((rule) => rule.unit);
  const listed = (code) => qualification.groups.some((group) => group.units.includes(code));
  let counted = picked.filter((code) => listed(code) && !closed.includes(code));
  for (const rule of qualification.rules.filter((one) => one.kind === "barred")) {
    const both = rule.units.filter((code) => counted.includes(code));
    if (both.length > 1) counted = counted.filter((code) => !both.includes(code) || code === rule.counts);
  }
  return qualification.rules.every((rule) => {
    if (rule.kind === "mandatory") return rule.units.every((code) => counted.includes(code));
    if (rule.kind !== "amount") return true;
    const group = qualification.groups.find(({ id }) => id === rule.group);
    const sum = counted
      .filter((code) => !group || group.units.includes(code))
      .map((code) => units.get(code))
      .reduce((all, unit) => all + (rule.measure === "units" ? 1 : unit.credits), 0);
    return sum >= (rule.at_least ?? 0) && sum <= (rule.at_most ?? Infinity);
  });
}

/** Plans of 6 to 16 units; the same in every run. */
let seed = 20_261_122;
const next = (below) => ((seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) >>> 8) % below;
const plans = Array.from({ length: 400 }, () => {
  const places = new Set();
  for (let number = 6 + next(11); number > 0; number -= 1) places.add(next(codes.length));
  return [...places].sort((one, two) => one - two);
});

let differ = 0;
for (const places of plans) {
  engine.pick(Uint32Array.from(places));
  const met = isMet(places.map((place) => codes[place]));
  const quick = engine.is_met();
  if ((quick !== 2 && Boolean(quick) !== met) || (engine.assess() === 0) !== met) differ += 1;
}

/** Nanoseconds a call, the median of 15 timings. `prepare` is called before each and not timed. */
function time(calls, prepare, ask) {
  const times = Array.from({ length: 15 }, () => {
    let spent = 0;
    for (const places of plans.slice(0, 50)) {
      const given = prepare(places);
      const start = performance.now();
      for (let call = 0; call < calls; call += 1) ask(given);
      spent += performance.now() - start;
    }
    return (spent * 1e6) / (calls * 50);
  });
  return times.sort((one, two) => one - two)[7];
}

const pick = (places) => engine.pick(Uint32Array.from(places));
const outcome = {
  plans: plans.length,
  differ,
  plain: time(200, (places) => places.map((place) => codes[place]), isMet),
  quick: time(20_000, pick, () => engine.is_met()),
  whole: time(20, pick, () => engine.assess()),
};
const output = document.createElement("output");
output.textContent = JSON.stringify(outcome);
document.body.append(output);
