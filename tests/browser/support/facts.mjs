// The figures of the documents, read from tests/facts. Every number that a test expects comes from
// here, none from the catalogue that the planner was built with.

import { readFileSync } from "node:fs";

function table(name) {
  const text = readFileSync(new URL(`../../facts/${name}.csv`, import.meta.url), "utf8");
  const [head, ...rows] = text.trimEnd().split("\n").map(cells);
  return rows.map((row) => Object.fromEntries(head.map((key, index) => [key, row[index]])));
}

/** The cells of a line of RFC 4180. No cell of these tables holds a line break. */
function cells(line) {
  const found = [...`,${line}`.matchAll(/,("(?:[^"]|"")*"|[^,]*)/g)];
  return found.map(([, cell]) => cell.replace(/^"|"$/g, "").replaceAll('""', '"'));
}

const number = (cell) => (cell === "" ? undefined : Number(cell));

export const units = new Map(
  table("units").map((row) => [
    row.code,
    {
      code: row.code,
      title: row.title,
      level: Number(row.level),
      credits: Number(row.credits),
      hours: Number(row.guided_learning_hours),
    },
  ]),
);

const membership = table("membership");
const rules = table("rules");

/** A qualification with its rules: bounds in credits over all and by group, units, mandatory units. */
export const qualifications = table("qualifications").map((row) => {
  const own = rules.filter((rule) => rule.qualification === row.id);
  const bounds = (name) => {
    const rows = own.filter((rule) => rule.rule === name);
    return rows.length === 0
      ? undefined
      : { least: number(rows.map((rule) => rule.at_least).join("")), most: number(rows.map((rule) => rule.at_most).join("")) };
  };
  const members = membership.filter((member) => member.qualification === row.id);
  const names = [...new Set(members.map((member) => member.group))];
  return {
    ...row,
    level: Number(row.level),
    overall: bounds("overall-credits"),
    unitCount: bounds("unit-count"),
    mandatory: own.filter((rule) => rule.rule === "mandatory-units").flatMap((rule) => rule.units.split(" ")),
    groups: names.map((name) => ({
      // The document of 8617 has one unit and no group.
      name,
      units: members.filter((member) => member.group === name).map((member) => member.code),
      bounds: bounds(`${name.toLowerCase().replace(" ", "-")}-credits`),
    })),
    induction: { hours: Number(row.induction_hours), atLeast: row.induction_at_least === "true" },
    tutorial: { hours: Number(row.tutorial_hours), atLeast: row.tutorial_at_least === "true" },
  };
});

export const qualification = (id) => qualifications.find((one) => one.id === id);

export const credits = (codes) => codes.reduce((sum, code) => sum + units.get(code).credits, 0);
export const hours = (codes) => codes.reduce((sum, code) => sum + units.get(code).hours, 0);
