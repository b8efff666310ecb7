// Elements on somebody else's page. That page has no script of its own: its policy forbids one.

import { Planner } from "./planner.mjs";

/** Puts an element into the page. Its events are written down from then on: see `events`. */
export async function embed(page, attributes = {}, place = "#here") {
  const number = await page.evaluate(
    ([attributes, place]) => {
      window.elements ??= [];
      const element = document.createElement("qualification-planner");
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      element.dataset.number = window.elements.push(element);
      element.heard = [];
      for (const name of ["ready", "plan-change", "plan-complete", "error"]) {
        // On the document: only an event that bubbles comes this far.
        document.addEventListener(name, (event) => {
          if (event.target === element) element.heard.push({ name, detail: event.detail, composed: event.composed });
        });
      }
      document.querySelector(place).append(element);
      return element.dataset.number;
    },
    [attributes, place],
  );
  const planner = new Planner(page.locator(`qualification-planner[data-number="${number}"]`));
  planner.level = "page" in attributes ? 1 : Number(attributes["heading-level"] ?? 2);
  planner.events = (name) =>
    page.evaluate(
      ([number, name]) => window.elements[number - 1].heard.filter((event) => !name || event.name === name),
      [number, name],
    );
  /** Brings the element into view, which is when it fetches and mounts. */
  planner.near = () => planner.withElement((element) => element.scrollIntoView());
  /** Calls a function with the element itself, in the page or out of it. */
  planner.withElement = (act, more) =>
    page.evaluate(`(${act})(window.elements[${number - 1}], ${JSON.stringify(more)})`);
  return planner;
}
