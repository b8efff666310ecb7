// Made-up qualifications of any size, the same for the same seed: catalogue files that the planner
// reads, and what a solver of integer programs needs to know of them.
//
// All but the ordinary ones have groups with a floor and some with a cap, credits overall between two
// bounds, a floor of credits at the higher level, and pairs of units that do not count together.

/** Numbers that look like chance and come again with the same seed (mulberry32). */
export function chance(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** The kinds of instance. `pairs` says how many units of a hundred stand in a barred pair. */
export const KINDS = {
  ordinary: { ordinary: true },
  plain: { pairs: 0 },
  tight: { pairs: 0, exact: true },
  pairs: { pairs: 10 },
  binding: { pairs: 10, cheapest: true },
  infeasible: { pairs: 0, infeasible: true },
};

/** As specifications mostly are: three groups, credits overall from so many on, a floor and a cap in a
 * group each, and one pair of units that do not count together. */
function ordinary(kind, size, seed) {
  const next = chance(seed * 7919 + size);
  const units = Array.from({ length: size }, (_, index) => {
    const credits = 1 + next(6);
    const hours = credits * (2 + next(5)) + next(7);
    const code = `X${String(index).padStart(5, "0")}`;
    return { code, title: `Unit ${index}`, level: 5, credits, guided_learning_hours: hours, group: next(3) };
  });
  const credits = (rule) => ({ kind: "amount", measure: "credits", ...rule });
  const rules = [
    credits({ id: "g0", group: "g0", at_least: 12 }),
    credits({ id: "g1", group: "g1", at_most: 20 }),
    credits({ id: "overall", at_least: 37 }),
    { id: "p0", kind: "barred", units: [units[0].code, units[1].code] },
  ];
  return { kind, size, seed, units, groups: 3, rules };
}

/** A made-up qualification with so many units. */
export function instance(kind, size, seed) {
  if (KINDS[kind].ordinary) return ordinary(kind, size, seed);
  const { pairs, exact = false, cheapest = false, infeasible = false } = KINDS[kind];
  const next = chance(seed * 7919 + size);
  const groups = 4 + next(4);
  const units = Array.from({ length: size }, (_, index) => {
    // Where nothing is odd, an odd total cannot be had.
    const credits = infeasible ? 2 * (1 + next(6)) : 1 + next(12);
    return {
      code: `X${String(index).padStart(5, "0")}`,
      title: `Unit ${index}`,
      level: 4 + next(2),
      credits,
      guided_learning_hours: credits * (2 + next(5)) + next(7),
      group: next(groups),
    };
  });
  const rules = [];
  let floors = 0;
  for (let group = 0; group < groups; group += 1) {
    const floor = 6 + next(10);
    floors += floor;
    const rule = { id: `g${group}`, kind: "amount", measure: "credits", group: `g${group}`, at_least: floor };
    if (next(2)) rule.at_most = floor + 12 + next(8);
    rules.push(rule);
  }
  const least = infeasible ? floors + 2 * groups + ((floors + 1) % 2) : floors + 10 + next(20);
  const most = exact || infeasible ? least : least + 15;
  rules.push({ id: "overall", kind: "amount", measure: "credits", at_least: least, at_most: most });
  rules.push({ id: "level", kind: "amount", measure: "credits", of: { level_from: 5 }, at_least: Math.floor(least / 2) });
  // Either any units, or those with the fewest hours a credit, so that the best choice without
  // the pairs breaks one.
  const order = units.map((_, index) => index);
  if (cheapest) {
    const price = (index) => units[index].guided_learning_hours / units[index].credits;
    order.sort((one, two) => price(one) - price(two));
  } else {
    for (let last = size - 1; last > 0; last -= 1) {
      const other = next(last + 1);
      [order[last], order[other]] = [order[other], order[last]];
    }
  }
  const number = Math.min(Math.floor((size * pairs) / 200), 250);
  for (let pair = 0; pair < number; pair += 1) {
    const barred = [order[2 * pair], order[2 * pair + 1]].map((index) => units[index].code);
    rules.push({ id: `p${pair}`, kind: "barred", units: barred });
  }
  return { kind, size, seed, units, groups, rules };
}

/** As a catalogue file. */
export function catalogue({ kind, size, seed, units, groups, rules }) {
  return {
    format: 1,
    id: `made-up-${kind}-${size}-${seed}`,
    title: "Made up for a benchmark",
    awarding_body: "Nobody",
    source: { document: "made up", checked: "2026-11-22" },
    units: units.map(({ group: _, ...unit }) => unit),
    qualifications: [
      {
        id: "made-up",
        suite: "X",
        accreditation_number: "000/0000/0",
        title: "Made-up Diploma",
        level: 5,
        size: "diploma",
        operational_start: "2020-01-01",
        heading: "Nowhere",
        credit_value: { at_least: 1 },
        induction_hours: { exactly: 0 },
        tutorial_support_hours: { exactly: 0 },
        purpose: "For a benchmark.",
        assessment: "None.",
        groups: Array.from({ length: groups }, (_, group) => ({
          id: `g${group}`,
          title: `Group ${group}`,
          units: units.filter((unit) => unit.group === group).map((unit) => unit.code),
        })),
        rules: rules.map((rule) => ({ heading: "Rules", ...rule })),
      },
    ],
  };
}

/** As rows of an integer program over one variable a unit: fewest hours under these rows. */
export function program({ units, rules }) {
  const place = new Map(units.map((unit, index) => [unit.code, index]));
  const rows = rules.map((rule) => {
    if (rule.kind === "barred") {
      return { name: rule.id, terms: rule.units.map((code) => [place.get(code), 1]), least: null, most: 1 };
    }
    const within = (unit) =>
      (rule.group === undefined || `g${unit.group}` === rule.group) && unit.level >= (rule.of?.level_from ?? 0);
    const terms = units.flatMap((unit, index) => (within(unit) ? [[index, unit.credits]] : []));
    return { name: rule.id, terms, least: rule.at_least ?? null, most: rule.at_most ?? null };
  });
  return { costs: units.map((unit) => unit.guided_learning_hours), rows };
}

/** A qualification whose combinations are counted: groups with floors and caps, credits overall, and
 * pairs of units of one group that do not count together. */
export function counted(size, seed) {
  const made = instance("plain", size, seed);
  const next = chance(seed * 104_729 + size);
  const rules = made.rules.filter((rule) => rule.id !== "level");
  for (let group = 0; group < made.groups; group += 1) {
    const [one, other] = made.units.filter((unit) => unit.group === group);
    if (other && next(2)) rules.push({ id: `p${group}`, kind: "barred", units: [one.code, other.code] });
  }
  return { ...made, kind: "counted", rules };
}

/** How many sets of units keep the rules of a `counted` one: products of polynomials in the credits,
 * cut off at the most that may be had. */
export function countedByPolynomials({ units, groups, rules }) {
  const overall = rules.find((rule) => rule.id === "overall");
  const length = overall.at_most + 1;
  const times = (one, two) => {
    const product = Array(length).fill(0n);
    one.forEach((factor, at) => {
      if (factor) two.forEach((other, further) => at + further < length && (product[at + further] += factor * other));
    });
    return product;
  };
  const sparse = (...amounts) => {
    const made = Array(length).fill(0n);
    made[0] = 1n;
    for (const amount of amounts) if (amount < length) made[amount] += 1n;
    return made;
  };
  let all = sparse();
  for (let group = 0; group < groups; group += 1) {
    const rule = rules.find((one) => one.id === `g${group}`);
    const barred = rules.find((one) => one.id === `p${group}`)?.units ?? [];
    const credits = (codes) => codes.map((code) => units.find((unit) => unit.code === code).credits);
    let within = sparse(...credits(barred));
    for (const unit of units) {
      if (unit.group !== group || barred.includes(unit.code)) continue;
      // One unit more: what was, and what was moved on by its credits.
      for (let at = length - 1; at >= unit.credits; at -= 1) within[at] += within[at - unit.credits];
    }
    within = within.map((number, at) => (at >= rule.at_least && at <= (rule.at_most ?? at) ? number : 0n));
    all = times(all, within);
  }
  return all.slice(overall.at_least).reduce((sum, number) => sum + number, 0n);
}
