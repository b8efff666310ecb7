/**
 * <qualification-planner>: the planner as an element, on our own page and on any other.
 *
 *   <script type="module" src="https://planner.example/embed.js"></script>
 *   <qualification-planner qualification="8607-diploma"></qualification-planner>
 *
 * Attributes
 *   qualification  the qualification to open with, e.g. 8607-diploma; without it, a choice of all
 *   catalogue      address of a catalogue file of your own; added to the shipped ones
 *   only           with catalogue: no qualification is shown but those of that file; a single one opens at once
 *   instance       a name; planners of different names on one site keep separate drafts
 *   dir            ltr or rtl; without it, as the planner's words read: right to left where a page translator has made them so
 *   theme          light, dark, or auto (the default: as the reader's system says)
 *   heading-level  the level of the planner's first heading in your page, 1 to 6; without it, or with another, 2
 *   page           the element is the page: the address bar and the window's title follow it; with a value, links to
 *                  plans lead to that address, from where embed.js is
 * Events (bubbling, composed)
 *   ready          the planner is there
 *   plan-change    detail: { qualification, state, credits, measure, amount, units }
 *   plan-complete  the same detail, when a plan comes to meet all its rules
 *   error          detail: { message, problems }: the planner could not be loaded or has stopped, or the
 *                  catalogue file cannot be used as it is
 * Parts
 *   planner        the whole planner inside the element
 * Custom properties (set them on the element itself)
 *   --qp-accent, --qp-font, --qp-size, and the others at the top of style/tokens.css
 * Size
 *   below 420 px of its own width a card, from which the planner opens over the whole window; from there on the
 *   planner, as high as what is in it, or scrolling in the height that your styles give the element
 *
 * The program (WebAssembly, its glue, the styles) is fetched when the first element comes near the
 * viewport, once for all elements of the page. Until then, and where it cannot be fetched, the
 * element shows what stands between its tags.
 */

/* build:start */
// The names of the files, and the sentences of src/wording/element.json: tools/finish.mjs puts them here.
const FILES = {};
const WORDS = {};
/* build:end */

const LONGEST_CATALOGUE = 2 * 1024 * 1024;
const LONGEST_FETCH = 30_000;
const LONGEST_LOOK = 2000;
const at = (name) => new URL(name, import.meta.url).href;
const filled = (words, value) => words.replace("{}", () => value);

/** Fetches once, and again only after a failure. */
function once(fetching) {
  let coming;
  return () =>
    (coming ??= fetching().catch((error) => {
      coming = undefined;
      throw error;
    }));
}

const fetchProgram = once(async () => {
  // Each part is asked for when the one before it begins to come: so the line is never idle, and nothing comes
  // beside what is wanted first.
  let answer = Promise.resolve();
  const [[, first], ...early] = FILES.parts.map((name) => {
    answer = answer.then(() => fetched(at(name)));
    answer.catch(() => {}); // Who takes it hears of that.
    return [name, answer];
  });
  const glue = await import(at(FILES.glue));
  // While the rest is on its way there is time to look into the second copy (src/app/second_copy.js).
  const kept = glue.copyOfPage();
  const program = glue.default({ module_or_path: first });
  glue.takeAhead(early, program);
  await Promise.all([program, kept.opened]);
  return { glue, kept };
});

const fetchStyles = once(async () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await (await fetched(at(FILES.css))).text());
  return sheet;
});

async function fetched(address, options) {
  const answer = await fetch(address, options);
  if (!answer.ok) throw new Error(filled(WORDS.answered, answer.status));
  return answer;
}

/**
 * Everything that is kept, text by key, in localStorage or the second copy: for a page without a program, perhaps
 * because nothing can be fetched any more. Fails where neither can be read.
 */
async function everythingKept() {
  const late = new Promise((_, failed) => setTimeout(failed, LONGEST_LOOK));
  const places = [Promise.race([inIndexedDb(), late]), (async () => Object.entries(localStorage))()];
  const read = (await Promise.allSettled(places)).flatMap(({ value }) => (value ? [value] : []));
  if (!read.length) throw new Error();
  const ours = read.flat().filter(([key]) => isOurs(key));
  return Object.fromEntries([...new Map(ours)].sort());
}

/** Whether anything is kept where that is known at once. */
function hasKept() {
  try {
    return Object.keys(localStorage).some(isOurs);
  } catch {
    return false;
  }
}

const isOurs = (key) => key.startsWith("qualification-planner/");

async function inIndexedDb() {
  const answer = (request) =>
    new Promise((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  const asked = indexedDB.open("qualification-planner");
  // There is none, and none is made.
  asked.onupgradeneeded = () => asked.transaction.abort();
  const database = await answer(asked);
  const texts = database.transaction("texts").objectStore("texts");
  const [keys, all] = await Promise.all([answer(texts.getAllKeys()), answer(texts.getAll())]);
  database.close();
  return keys.map((key, index) => [key, all[index]]);
}

/** A catalogue file as it is, or why there is none. */
async function fetchCatalogue(address) {
  try {
    const signal = AbortSignal.timeout(LONGEST_FETCH);
    const answer = await fetched(new URL(address, document.baseURI), { credentials: "same-origin", signal });
    const file = await answer.blob();
    if (file.size > LONGEST_CATALOGUE) throw new Error(WORDS.tooLong);
    return { bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch (error) {
    return { trouble: error.message };
  }
}

/** How a browser tells the window alone that a program has stopped. */
const STOPS = ["error", "unhandledrejection"];

class QualificationPlanner extends HTMLElement {
  static observedAttributes = ["qualification", "catalogue", "only", "instance", "heading-level"];

  #root = this.attachShadow({ mode: "open" });
  #planner; // the handle of a mounted planner
  #turns; // waits for another direction
  #shrink; // closes the planner over the whole window, where it is open there
  #starting = false;
  #near; // waits for the element to come near the viewport
  #file; // the catalogue file that the page names: its address, and what comes of it

  constructor() {
    super();
    this.#root.append(document.createElement("slot"));
  }

  connectedCallback() {
    this.#shrink?.(); // a dialog that is moved closes
    if (this.#planner || this.#starting) return; // it was only moved
    // A tick counts from now on, where no other screen and no plan that is kept comes in its place.
    this.#offer(!location.hash && !hasKept());
    if (this.hasAttribute("page") || !("IntersectionObserver" in window)) return this.#start();
    this.#near ??= new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.#start(),
      { rootMargin: "400px" },
    );
    this.#near.observe(this);
  }

  disconnectedCallback() {
    // A moved element is disconnected and connected again before this runs.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#near?.disconnect();
      this.#stop();
    });
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#planner || before === now) return;
    if (name === "qualification") this.#run(() => this.#planner.show(now ?? ""));
    else if (name === "catalogue" || name === "only") this.#openCatalogue();
    else {
      // Other drafts, or other elements for its headings: another planner.
      this.#stop();
      this.#start();
    }
  }

  async #start() {
    this.#near?.disconnect();
    if (this.#starting || this.#planner) return;
    this.#starting = true;
    this.#fetchFile();
    try {
      const [program, sheet] = await Promise.all([fetchProgram(), fetchStyles()]);
      if (this.isConnected) this.#mount(program, sheet);
    } catch (error) {
      this.#fail("WebAssembly" in globalThis ? filled(WORDS.notLoaded, error.message) : WORDS.noWebAssembly);
    } finally {
      this.#starting = false;
    }
  }

  /** Lets the units be ticked that stand between the tags of our own pages (src/pages), or no longer. */
  #offer(may) {
    for (const box of this.querySelectorAll("[data-qp-unit]")) box.disabled = !may;
  }

  #mount({ glue, kept }, sheet) {
    const place = document.createElement("div");
    place.className = "qp";
    // Its own, whatever the host's language is.
    place.lang = WORDS.language;
    place.setAttribute("part", "planner");
    this.#root.adoptedStyleSheets = [sheet, glue.laterStyles];
    this.#root.replaceChildren(place);
    // A link to a plan in the address is for the first element of the page.
    const links = document.querySelector("qualification-planner") === this;
    const page = this.getAttribute("page");
    // Of its words, those of a translator too, where neither the host names one nor, on our own page, the page has one.
    const turn = () => (place.dir = this.dir || (page !== null && document.dir) || "auto");
    turn();
    this.#turns = new MutationObserver(turn);
    for (const one of [this, document.documentElement]) this.#turns.observe(one, { attributeFilter: ["dir"] });
    const home = page ? at(page) : links ? location.href.split("#", 1)[0] : at("./");
    this.#run(() => {
      this.#planner = glue.mount(
        place,
        this.getAttribute("qualification") ?? "",
        this.getAttribute("instance") ?? "",
        page !== null,
        Number(this.getAttribute("heading-level")),
        links,
        home,
        (name, detail) => this.#hear(name, JSON.parse(detail)),
        kept.deleteCopies,
      );
    });
    this.#offer(false);
    if (!this.#planner) return;
    if (!this.hasAttribute("page")) this.#shrink = glue.inHostPage(place, WORDS);
    for (const event of STOPS) window.addEventListener(event, this.#stopped);
    this.#openCatalogue();
    this.#tell("ready", {});
  }

  #stop() {
    for (const event of STOPS) window.removeEventListener(event, this.#stopped);
    this.#shrink?.();
    this.#turns?.disconnect();
    const planner = this.#planner;
    this.#planner = undefined;
    this.#file = undefined;
    if (!planner) return;
    this.#run(() => planner.unmount());
    this.#root.replaceChildren(document.createElement("slot"));
  }

  /** Has the catalogue file fetched that the page names now. */
  #fetchFile() {
    const address = this.getAttribute("catalogue");
    if (address === (this.#file?.address ?? null)) return;
    this.#file = address ? { address, answer: fetchCatalogue(address) } : undefined;
  }

  async #openCatalogue() {
    const before = this.#file;
    this.#fetchFile();
    // An object of its own each time: what was asked for earlier is no answer to this.
    const file = this.#file && { ...this.#file };
    this.#file = file;
    if (file || before) this.#run(() => this.#planner.expect_catalogue(Boolean(file), this.hasAttribute("only")));
    if (!file) return;
    const { bytes, trouble } = await file.answer;
    // Another was named meanwhile, or the element was taken out.
    if (!this.#planner || this.#file !== file) return;
    const name = file.address.split(/[?#]/, 1)[0].split("/").pop() || file.address;
    this.#run(() => {
      if (bytes) this.#planner.open_catalogue(name, bytes);
      else this.#planner.no_catalogue(name, trouble);
    });
  }

  /** Calls into the program. One that has stopped cannot be called again: the reader is told. */
  #run(call) {
    try {
      call();
    } catch (error) {
      this.#fail(WORDS.stopped);
      console.error(error);
    }
  }

  /** The program stopped in an event handler or in an answer: the browser tells the window only. */
  #stopped = (event) => {
    // Other programs of the page may stop too; the calls into ours go through its glue.
    const error = event.error ?? event.reason;
    const ours = error instanceof WebAssembly.RuntimeError && String(error.stack).includes(FILES.glue);
    if (ours) this.#fail(WORDS.stopped);
  };

  /** Plain text in place of the planner, or below what stands between the tags. */
  #fail(message) {
    this.#shrink?.();
    this.#offer(false);
    // One that has stopped stops again with each event that it hears: the reader is told once.
    for (const event of STOPS) window.removeEventListener(event, this.#stopped);
    const note = document.createElement("p");
    note.setAttribute("role", "alert");
    note.textContent = message;
    const failed = document.createElement("div");
    failed.className = "qp-failed";
    failed.dir = "auto";
    failed.append(note);
    if (message === WORDS.stopped) failed.append(rescueButtons(note));
    else {
      // What was planned earlier is there, whether the program runs or not.
      const offer = (all) => {
        if (!Object.keys(all).length) return;
        note.textContent = `${message} ${WORDS.kept}`;
        failed.append(rescueButtons(note));
      };
      everythingKept().then(offer, () => {});
    }
    this.#root.replaceChildren(failed, document.createElement("slot"));
    this.#tell("error", { message, problems: [] });
    // Where they come at all: the words do not wait for their looks.
    fetchStyles().then(
      (sheet) => (this.#root.adoptedStyleSheets = [sheet]),
      () => {},
    );
  }

  /** What the program tells. What is wrong in its catalogue file a centre reads in the console too. */
  #hear(name, detail) {
    if (name === "error") console.error([detail.message, ...detail.problems].join("\n"));
    this.#tell(name, detail);
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/** What is left to do where the program has stopped: without it, by what the browser keeps. */
function rescueButtons(note) {
  const button = (label, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "qp-button";
    made.textContent = label;
    made.addEventListener("click", act);
    return made;
  };
  const download = async () => {
    try {
      const all = await everythingKept();
      if (!Object.keys(all).length) return (note.textContent = WORDS.nothingKept);
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([JSON.stringify(all)], { type: "application/json" }));
      link.download = "qualification-planner-everything.json";
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    } catch {
      note.textContent = WORDS.outOfReach;
    }
  };
  const buttons = document.createElement("div");
  buttons.className = "qp-actions";
  buttons.append(button(WORDS.download, download), button(WORDS.reload, () => location.reload()));
  return buttons;
}

if (!customElements.get("qualification-planner")) {
  customElements.define("qualification-planner", QualificationPlanner);
}
