// The accessibility tree as text: what the browser gives to a screen reader, with roles, names, states, descriptions and
// values. Chromium is asked itself, for Playwright's own snapshots have no descriptions.

/** Of these nothing is told but what is in them. */
const PLAIN = ["generic", "none", "LabelText", "Legend", "MenuListPopup"];

/** Chromium's own names of roles, in words of ARIA. */
const ROLES = { RootWebArea: "document", StaticText: "text", DisclosureTriangle: "summary" };

/** The words in them are their name, and are not told twice. */
const NAMED_BY_WORDS = ["button", "checkbox", "heading", "link", "option", "radio", "summary"];

/** They do something or hold a value, so that they need a name; so does what holds several of them. */
const CONTROLS = ["button", "checkbox", "combobox", "link", "progressbar", "radio", "searchbox", "summary", "textbox"];
const NAMED = [...CONTROLS, "complementary", "dialog", "group", "image", "region"];

/** States that are told where they are so. */
const STATES = ["disabled", "expanded", "invalid", "modal", "pressed", "required"];

/** Of a longer list of units so many rows are told, and those that are picked. */
const ROWS = 2;

/** The tree of a page. */
export async function tree(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const all = new Map(nodes.map((node) => [node.nodeId, node]));
  const attributes = new Map();
  // Chromium does not tell by what words a value is read.
  for (const { backendDOMNodeId, role } of nodes.filter(({ role }) => role?.value === "progressbar")) {
    const { node } = await session.send("DOM.describeNode", { backendNodeId: backendDOMNodeId });
    const at = node.attributes.indexOf("aria-valuetext");
    attributes.set(backendDOMNodeId, at < 0 ? "" : node.attributes[at + 1]);
  }
  await session.detach();
  return told(nodes[0]);

  function told(node) {
    const role = ROLES[node.role?.value] ?? node.role?.value;
    const states = Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value]));
    const value = role === "document" ? "" : attributes.get(node.backendDOMNodeId) || words(node.value);
    return new Told(role, words(node.name), { description: words(node.description), value, states, children: within(node) });
  }

  /** What is told of what is in a node. */
  function within(node) {
    const children = (node.childIds ?? []).map((id) => all.get(id)).filter((child) => child && child.role?.value !== "InlineTextBox");
    const found = children.flatMap((child) => {
      const isPlain = child.ignored || (PLAIN.includes(child.role?.value) && !child.name?.value);
      return isPlain ? within(child) : [told(child)];
    });
    // The label of a box is its name.
    const names = found.filter((one) => one.role === "checkbox").map((one) => one.name);
    return found.filter((one) => one.role !== "text" || (one.name && !names.includes(one.name)));
  }
}

const words = (value) => `${value?.value ?? ""}`.replace(/\s+/g, " ").trim();

/** Something that is told, with what is in it. */
class Told {
  constructor(role, name, { description, value, states, children }) {
    Object.assign(this, { role, name, description, value, states, children });
    this.options = role === "combobox" ? children.map((option) => option.name) : [];
    const isNamedByWords = NAMED_BY_WORDS.includes(role) && children.every((one) => one.role === "text");
    const isSame = children.map((one) => one.name).join("").replace(/\s/g, "") === name.replace(/\s/g, "");
    if (role === "combobox" || role === "progressbar" || role === "image" || (isNamedByWords && isSame)) this.children = [];
  }

  /** The whole of it as text. A stroke stands where within a line one piece of text ends and the next begins. */
  toString() {
    return this.#lines("").join("\n") + "\n";
  }

  #lines(indent) {
    if (this.role === "text") return [`${indent}- text: ${this.name}`];
    const head = [`${indent}- ${this.role}`, this.name && `"${this.name}"`, ...this.#states()].filter(Boolean).join(" ");
    const below = [
      this.description && `/description: ${this.description}`,
      this.value && !["option", "radio"].includes(this.role) && `/value: ${this.value}`,
      this.options.length > 0 && `/options: ${this.options.join(", ")}`,
    ].filter(Boolean);
    const { children } = this;
    if (below.length === 0 && children.length > 0 && children.every((one) => one.role === "text")) {
      return [`${head}: ${children.map((one) => one.name).join(" | ")}`];
    }
    const lines = [...below.map((line) => `${indent}  - ${line}`), ...this.#within(`${indent}  `)];
    return [lines.length > 0 ? `${head}:` : head, ...lines];
  }

  #states() {
    const { states } = this;
    const told = [];
    if (this.role === "heading") told.push(`level=${states.level}`);
    if (this.role === "list") told.push(`items=${this.children.length}`);
    if (states.checked !== undefined) told.push(states.checked === "true" ? "checked" : "not checked");
    for (const name of STATES.filter((name) => `${states[name] ?? "false"}` !== "false")) told.push(name);
    if (states.pressed === "false" || states.pressed === false) told.push("not pressed");
    if (states.expanded === false && this.role !== "combobox") told.push("not expanded");
    if (states.live && states.live !== "off") told.push(`live=${states.live}`);
    return told.map((one) => `[${one}]`);
  }

  #within(indent) {
    const { children } = this;
    const isOfUnits = this.role === "list" && children.length > ROWS + 1 && children.every((row) => row.#boxes().length > 0);
    const isTold = (row, place) => !isOfUnits || place < ROWS || row.#boxes().some((box) => box.states.checked === "true");
    const lines = [];
    let left = 0;
    const leave = () => {
      if (left > 0) lines.push(`${indent}# ${left} more, not picked`);
      left = 0;
    };
    children.forEach((row, place) => {
      if (!isTold(row, place)) return (left += 1);
      leave();
      lines.push(...row.#lines(indent));
    });
    leave();
    return lines;
  }

  #boxes() {
    return this.children.filter((one) => one.role === "checkbox");
  }

  /** The lists of units, each as the names of its rows. Set size and position are what a list and its items are: none is left out. */
  unitLists() {
    const found = this.children.flatMap((one) => one.unitLists());
    const isOfUnits = this.role === "list" && this.children.length > 0 && this.children.every((row) => row.role === "listitem" && row.#boxes().length === 1);
    if (isOfUnits) found.push(this.children.map((row) => row.#boxes()[0].name));
    return found;
  }

  /** What nobody should hear: what has no name, and what one control says twice. */
  faults() {
    const found = this.children.flatMap((one) => one.faults());
    const isFold = this.role === "group" && this.children[0]?.role === "summary"; // named by what opens it
    if (NAMED.includes(this.role) && !this.name && !isFold) found.push(`a ${this.role} without a name`);
    if (!CONTROLS.includes(this.role)) return found;
    const said = [this.name, this.description, this.value].filter(Boolean).map((one) => one.toLowerCase());
    // “Level” may have the value “Any level”, but “Sort” not “Sort: as listed”.
    const twice = said.filter((one, at) => said.some((other, place) => place !== at && other.startsWith(one)));
    if (twice.length > 0) found.push(`the ${this.role} “${this.name}” says twice: ${twice.join(", ")}`);
    return found;
  }
}
