// The rows, totals and rules of one qualification, written by hand as a yardstick: no framework,
// every node touched only when its text changes, and the picks saved on each tick.

const answer = await fetch("8607.json");
const catalogue = await answer.json();
const own = catalogue.qualifications.find(({ id }) => id === "8607-diploma");
// What the sizes of a suite share stands there.
const suite = catalogue.suites.find(({ id }) => id === own.suite);
const qualification = { ...suite, ...own, rules: [...suite.rules, ...own.rules] };
const units = new Map(catalogue.units.map((unit) => [unit.code, unit]));
const closed = new Set(qualification.rules.filter(({ kind }) => kind === "registration").map(({ unit }) => unit));
const barred = qualification.rules.filter(({ kind }) => kind === "barred");
const picked = new Set();

const element = (name, className, ...children) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
};
const show = (node, text) => {
  if (node.textContent !== text) node.textContent = text;
};

const groups = qualification.groups.map((group, at) => {
  const total = element("span", "qp-group-state");
  const heads = element("span", "qp-group-figures", element("span", "", "Credits"), element("span", "", "Hours"));
  const head = element("div", "qp-group-head", element("span", "qp-group-mark"), element("h2", "", group.title), total, heads);
  const list = element("ul", "", ...group.units.map((code) => row(units.get(code))));
  list.setAttribute("role", "list");
  document.querySelector("#groups").append(element("fieldset", `qp-group qp-colour-${at + 1}`, head, list));
  return { ...group, total };
});

function row(unit) {
  const box = element("input");
  box.type = "checkbox";
  box.id = `unit-${unit.code}`;
  const label = element("label", "", unit.title);
  label.htmlFor = box.id;
  const reason = closed.has(unit.code) ? "Closed to learners registered from 1 July 2020 on." : "";
  const figure = (number, noun) => element("span", "qp-unit-figure", `${number}`, element("span", "qp-unit-noun", noun));
  const facts = element(
    "div",
    "qp-unit-facts",
    element("span", "qp-unit-code", unit.code.replace("8607-", "")),
    element("span", "qp-unit-level", `Level ${unit.level}`),
    element("div", "qp-unit-figures", figure(unit.credits, "credits"), figure(unit.guided_learning_hours, "hours")),
  );
  const more = element("button", "qp-icon-button qp-unit-more", chevron());
  more.type = "button";
  more.setAttribute("aria-label", `More about ${unit.title}`);
  const item = element("li", "qp-unit", box, label, facts, more, element("p", "qp-unit-note", reason));
  box.addEventListener("change", () => {
    if (box.checked) picked.add(unit.code);
    else picked.delete(unit.code);
    item.classList.toggle("qp-unit--picked", box.checked);
    update();
  });
  return item;
}

function chevron() {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "qp-icon");
  svg.setAttribute("viewBox", "0 0 24 24");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", "M9 6l6 6-6 6");
  svg.append(path);
  return svg;
}

const amounts = qualification.rules.filter(({ kind }) => kind === "amount");
const lines = amounts.map(() => element("li"));
document.querySelector("#rules").append(...lines);

function update() {
  const counted = [...picked].filter(
    (code) =>
      !closed.has(code) &&
      barred.every(({ units: pair, counts }) => !pair.includes(code) || code === counts || !picked.has(counts)),
  );
  const credits = (codes) => codes.reduce((sum, code) => sum + units.get(code).credits, 0);
  const inside = (id) => {
    const group = groups.find((found) => found.id === id);
    return group ? counted.filter((code) => group.units.includes(code)) : counted;
  };
  for (const group of groups) show(group.total, `${credits(inside(group.id))} credits`);
  let met = true;
  amounts.forEach((rule, index) => {
    const sum = credits(inside(rule.group));
    const holds = sum >= (rule.at_least ?? 0) && sum <= (rule.at_most ?? Infinity);
    met &&= holds;
    const bounds = [rule.at_least && `at least ${rule.at_least}`, rule.at_most && `at most ${rule.at_most}`];
    show(lines[index], `${holds ? "Met" : "Open"}: ${sum} of ${bounds.filter(Boolean).join(", ")} credits`);
  });
  const hours = counted.reduce((sum, code) => sum + units.get(code).guided_learning_hours, 0);
  show(document.querySelector("#total"), `${credits(counted)} credits, ${hours} hours, ${counted.length} units`);
  show(document.querySelector("#state"), met ? "All rules met" : "Rules still open");
  localStorage.setItem("vanilla", JSON.stringify([...picked]));
}

update();
