/**
 * What the planner is in a page of another's, beside what it is on its own: a card where the element is narrow, from which
 * it opens over the whole window, and a frame that scrolls where the page gives the element a height. style/parts/host.css
 * draws both. It comes with the program's glue.
 */

/**
 * Makes a mounted planner one of a page of another's.
 *
 * @param place where the planner is mounted in the element
 * @param WORDS what is said
 * @returns what closes the window-wide planner, for when the planner is moved or goes
 */
export function inHostPage(place, WORDS) {
  const made = (name, className, text = "") => Object.assign(document.createElement(name), { className, textContent: text });
  const button = (kind, text, act) => {
    const one = made("button", `qp-button ${kind}`, text);
    one.type = "button";
    one.onclick = act;
    return one;
  };
  const line = (kind, text) => made("p", kind, text);

  place.classList.add("qp--host");
  const card = made("div", "qp-brief-foot");
  const open = button("qp-button--main", WORDS.open, overWindow);
  open.id = "qp-open"; // the planner presses it too: src/app/stores/page.rs
  card.append(line("qp-brief-lead", WORDS.lead), open, line("qp-hint", WORDS.unofficial));
  place.append(card);

  // As high as the element where that has a height of its own, and of no height where it is as high as what is in it.
  const probe = made("div", "qp-probe");
  place.before(probe);
  new ResizeObserver(() => place.classList.toggle("qp--framed", probe.offsetHeight > 0)).observe(probe);

  let close = () => {};

  /** The planner over the whole window: in a dialog of the browser, which keeps the focus and all keys in it. */
  function overWindow() {
    const by = place.getRootNode().activeElement;
    const dialog = made("dialog", "qp-full");
    dialog.setAttribute("aria-label", WORDS.planner);
    for (const one of ["lang", "dir"]) dialog[one] = place[one];
    const bar = made("div", "qp-full-bar");
    bar.append(line("", WORDS.planner), button("", WORDS.close, () => dialog.close()));
    // The page keeps its height, and so what of it is in view.
    const stand = made("div", "qp-stand");
    stand.style.blockSize = `${place.offsetHeight}px`;
    place.replaceWith(stand);
    dialog.append(bar, place);
    stand.after(dialog);
    place.classList.add("qp--full");
    const page = document.documentElement.style;
    const { overflow } = page;
    page.overflow = "hidden";
    const heading = place.querySelector("#qp-heading");
    heading?.setAttribute("autofocus", "");
    dialog.showModal();
    heading?.removeAttribute("autofocus");
    close = () => {
      close = () => {};
      page.overflow = overflow;
      place.classList.remove("qp--full");
      stand.replaceWith(place);
      dialog.remove();
    };
    dialog.onclose = () => {
      close();
      // Back to what opened it: whichever of the two is seen.
      for (const one of [open, by]) one?.focus();
    };
  }
  return () => close();
}
