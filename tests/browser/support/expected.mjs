// What the planner should say of a plan, worked out from the figures of the documents by the plain
// words of the rules: a second, slow and obvious engine for the seven qualifications.

import { credits, hours } from "./facts.mjs";

/**
 * @param codes the picked units, each of which counts
 * @returns {{ state: string, total: Amount, groups: Amount[], rules: string[][], hours: string[][] }}
 */
export function expected(qualification, codes) {
  const total = amount(credits(codes), qualification.overall, "credit");
  const groups = qualification.groups.map((group) => {
    const counted = credits(codes.filter((code) => group.units.includes(code)));
    return { ...amount(counted, group.bounds, "credit"), name: group.name, bounds: group.bounds };
  });
  const rules = [ruleOf(total, "in all")];
  for (const group of groups.filter((one) => one.bounds)) rules.push(ruleOf(group, `from ${group.name}`));
  if (qualification.unitCount) rules.push(ruleOf(amount(codes.length, qualification.unitCount, "unit"), "in all"));
  const missing = qualification.mandatory.filter((code) => !codes.includes(code));
  if (qualification.mandatory.length) rules.push(mandatory(missing));

  const states = rules.map((rule) => rule.state);
  return { state: state(states), total, groups, rules, hours: planHours(qualification, codes) };
}

/** How far a number has come: “30 of at least 37 credits, 7 more”. */
function amount(counted, bounds, noun) {
  if (!bounds) return { counted, line: plural(counted, noun) };
  const { least = 0, most = Infinity } = bounds;
  const detail = `${counted} of ${asked(bounds, noun)}`;
  const over = Math.max(0, counted - most);
  const short = Math.max(0, least - counted);
  const line = over ? `${detail}, ${over} too many` : short ? `${detail}, ${short} more` : detail;
  return { counted, detail, line, over, short, noun, asksForMore: least > 0 };
}

function asked({ least, most }, noun) {
  const last = most ?? least;
  const words =
    least === most ? `${least}` : !most ? `at least ${least}` : !least ? `at most ${most}` : `${least} to ${most}`;
  return `${words} ${last === 1 ? noun : `${noun}s`}`;
}

function ruleOf({ detail, over, short, noun, asksForMore }, place) {
  const headline = over
    ? `${plural(over, noun)} too many ${place}`
    : short
      ? `${short} more ${short === 1 ? noun : `${noun}s`} ${place}`
      : asksForMore
        ? `Enough ${noun}s ${place}`
        : `Within the limit ${place.replace("from ", "for ")}`;
  return { state: over ? "broken" : short ? "open" : "met", texts: [headline, `${detail} ${place}`] };
}

function mandatory(missing) {
  const headline =
    missing.length === 0
      ? "Every mandatory unit is picked"
      : missing.length === 1
        ? "1 mandatory unit is missing"
        : `${missing.length} mandatory units are missing`;
  return { state: missing.length ? "open" : "met", texts: [headline, ...missing] };
}

function state(states) {
  for (const [name, said] of [["broken", "broken"], ["open", "still open"]]) {
    const number = states.filter((one) => one === name).length;
    if (number) return `${plural(number, "rule")} ${said}`;
  }
  return "All rules met";
}

/** Terms with their values. */
function planHours({ induction, tutorial, overall_hours_published: includes }, codes) {
  const units = hours(codes);
  const support = ({ hours: number, atLeast }) =>
    `${atLeast ? "at least " : ""}${plural(number, "hour")}${includes ? ", within the above" : ""}`;
  return [
    ["Guided learning of your units", plural(units, "hour")],
    ["Induction", support(induction)],
    ["Tutorial support", support(tutorial)],
    ["Together, at least", plural(includes ? units : units + induction.hours + tutorial.hours, "hour")],
    ...(credits(codes) ? [["Study in all", `about ${plural(credits(codes) * 10, "hour")} of study`]] : []),
  ];
}

export const plural = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
