/**
 * <qualification-planner>: the planner as an element, on our own page and on any other.
 *
 *   <script type="module" src="https://planner.example/embed.js"></script>
 *   <qualification-planner qualification="8607-diploma"></qualification-planner>
 *
 * Attributes
 *   qualification  the qualification to open with, e.g. 8607-diploma; without it, a choice of all
 *   catalogue      address of a catalogue file of your own; added to the shipped ones
 *   only           with catalogue: no qualification is shown but those of that file
 *   instance       a name; planners of different names on one site keep separate drafts
 *   theme          light, dark, or auto (the default: as the reader's system says)
 *   page           the element is the page: the address bar and the window's title follow it
 * Events (bubbling, composed)
 *   ready          the planner is there
 *   plan-change    detail: { qualification, state, credits, measure, amount, units }
 *   plan-complete  the same detail, when a plan comes to meet all its rules
 *   error          detail: { message, problems }: the planner could not be loaded or has stopped, or the
 *                  catalogue file cannot be used as it is
 * Parts
 *   planner        the whole planner inside the element
 * Custom properties (set them on the element itself)
 *   --qp-accent, --qp-font, and the others at the top of style/tokens.css
 *
 * The program (WebAssembly, its glue, the styles) is fetched when the first element comes near the
 * viewport, once for all elements of the page. Until then, and where it cannot be fetched, the
 * element shows what stands between its tags.
 */

/* files:start */
const FILES = { glue: "planner.js", wasm: "planner_bg.wasm", css: "planner.css" };
/* files:end */

const LONGEST_CATALOGUE = 2 * 1024 * 1024;
const LONGEST_FETCH = 30_000;
const at = (name) => new URL(name, import.meta.url).href;

let program;
/** The program and its styles: fetched once, and again only after a failure. */
function fetchProgram() {
  program ??= Promise.all([start(), fetchStyles()]).catch((error) => {
    program = undefined;
    throw error;
  });
  return program;
}

let sheet;
function fetchStyles() {
  sheet ??= styles().catch((error) => {
    sheet = undefined;
    throw error;
  });
  return sheet;
}

async function start() {
  const glue = await import(at(FILES.glue));
  await glue.default({ module_or_path: at(FILES.wasm) });
  return glue;
}

async function styles() {
  const answer = await fetch(at(FILES.css));
  if (!answer.ok) throw new Error(`the styles answered ${answer.status}`);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await answer.text());
  return sheet;
}

const ROOT = "qualification-planner/";
const SAVED = "qualification-planner-saved";
const REMOVED = "qualification-planner-removed";
const COPYING = "qualification-planner-copying";
const COPIED = "qualification-planner-copied";
const keptKeys = () => Object.keys(localStorage).filter((key) => key.startsWith(ROOT));

/*
 * A second copy of what the planner keeps. Browsers write localStorage to disk late, Chromium up to a
 * minute, so a kill of the browser would take that with it; IndexedDB is written at once. It follows
 * localStorage after each save, and gives back what is missing there when the page comes again. Saves
 * are never changed under their keys, so nothing can come back in place of something newer. Only what the
 * planner itself removes goes from the copy: a host page that clears localStorage clears it for everyone on
 * its site.
 *
 * For the same reason what is deleted may stand in localStorage again after a kill. “Delete everything”
 * leaves a mark here with the keys that went, and a page that comes again deletes them once more. The
 * mark goes when the browser has long written what it had to write.
 */
const MARK = "deleted";
const LONG = 600_000;
const PATIENCE = 500;

let copies;
function openCopies() {
  copies ??= new Promise((done, failed) => {
    const asked = indexedDB.open("qualification-planner", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("texts");
    asked.onerror = () => failed(asked.error);
    asked.onsuccess = () => {
      asked.result.onclose = () => (copies = undefined);
      // Whoever deletes the site's data need not wait for us.
      asked.result.onversionchange = () => {
        asked.result.close();
        copies = undefined;
      };
      done(asked.result);
    };
  }).catch((error) => {
    copies = undefined;
    throw error;
  });
  return copies;
}

const answer = (request) =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });

/** Does something with the copy; done when that is kept. Others wait until then. */
async function withCopies(act, options) {
  const transaction = (await openCopies()).transaction("texts", "readwrite", options);
  const kept = new Promise((done, failed) => {
    transaction.oncomplete = () => done();
    transaction.onabort = () => failed(transaction.error);
  });
  await Promise.all([act(transaction.objectStore("texts")), kept]);
}

const isSave = (key) => key.includes("/draft/");
const texts = new Map(); // those that change under their keys, as they were copied last

const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/**
 * Brings the copy in step, and once more where something was saved meanwhile. The planners hear when that
 * begins and when it has ended: only then is what they saved surely out of this page's hands. A browser
 * that does not come to an end with it, or has no IndexedDB, is not waited for.
 */
let copying;
let again = false;
function copyAll() {
  again = true;
  copying ??= (async () => {
    // Everyone has heard by then of what was saved.
    await undefined;
    while (again) {
      again = false;
      window.dispatchEvent(new Event(COPYING));
      await Promise.race([copyOnce(), wait(4 * PATIENCE)]);
      window.dispatchEvent(new Event(COPIED));
    }
    copying = undefined;
  })();
}
window.addEventListener(SAVED, copyAll);

const removed = new Set(); // by a planner of this page, and still in the copy
window.addEventListener(REMOVED, ({ key }) => removed.add(key));

/** Where there can be no copy, there is none. */
async function copyOnce() {
  // What only the copy has is given back first.
  await restoring;
  let away = [];
  try {
    await withCopies(async (store) => {
      const [keys, mark] = await Promise.all([answer(store.getAllKeys()), answer(store.get(MARK))]);
      // As late as can be: what goes with the page before the next copy would be given back.
      away = [...removed];
      removed.clear();
      const copied = new Set(keys);
      const kept = new Set(keptKeys());
      const gone = new Set(mark?.keys);
      for (const key of kept) {
        if (isSave(key) && (copied.has(key) || gone.has(key))) continue;
        const text = localStorage.getItem(key);
        if (!isSave(key)) {
          gone.delete(key); // it is kept anew
          if (copied.has(key) && texts.get(key) === text) continue;
          texts.set(key, text);
        }
        store.put(text, key);
      }
      for (const key of away) if (!kept.has(key)) store.delete(key);
      if (mark && gone.size < mark.keys.length) store.put({ ...mark, keys: [...gone] }, MARK);
    });
  } catch {
    // The first copy is there all the same. What goes needs no room.
    texts.clear();
    const drop = async (store) => {
      for (const key of away) if (localStorage.getItem(key) === null) store.delete(key);
    };
    await withCopies(drop).catch(() => {
      for (const key of away) removed.add(key);
    });
  }
}

/** Everything in the copy, text by key, and the mark. */
async function contents(store) {
  const [keys, all] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())]);
  const found = new Map(keys.map((key, index) => [key, all[index]]));
  const mark = found.get(MARK);
  found.delete(MARK);
  return { found, mark };
}

/** Gives back what only the copy has, deletes again what was deleted, and lets the planners know. */
let restoring;
function restore() {
  restoring ??= (async () => {
    try {
      let other = false;
      await withCopies(async (store) => {
        const { found, mark } = await contents(store);
        const back = mark ? mark.keys.filter((key) => localStorage.getItem(key) !== null && !found.has(key)) : [];
        for (const key of back) localStorage.removeItem(key);
        if (back.length) store.put({ ...mark, at: Date.now() }, MARK);
        else if (mark && Date.now() - mark.at > LONG) store.delete(MARK);
        // The newest first: there may not be room for all.
        const sequence = ([key]) => Number(key.split("-").pop()) || 0;
        const missing = [...found].filter(([key]) => localStorage.getItem(key) === null);
        for (const [key, text] of missing.sort((one, two) => sequence(two) - sequence(one))) {
          try {
            localStorage.setItem(key, text);
            other = true;
          } catch {
            // It stays in the copy.
          }
        }
        other ||= back.length > 0;
      });
      if (other) window.dispatchEvent(new Event(SAVED));
    } catch {
      // Nothing can be given back, now.
    }
    copyAll();
  })();
  return restoring;
}

/**
 * Deletes the copy, marks these keys and its own as deleted, and deletes them from localStorage once more:
 * a tab that was just opening may have given some back. Fails where that cannot be done, or not in time.
 */
function deleteCopies(deleted) {
  const late = wait(20 * PATIENCE).then(() => Promise.reject(new Error("it takes too long")));
  return Promise.race([deleteInBoth(deleted), late]);
}

async function deleteInBoth(deleted) {
  try {
    await openCopies();
  } catch (error) {
    // Where the browser lets nobody in, there is none.
    if (!["SecurityError", "InvalidStateError"].includes(error?.name) && "indexedDB" in window) throw error;
    return;
  }
  const all = new Set(deleted);
  const act = async (store) => {
    const [keys, mark] = await Promise.all([answer(store.getAllKeys()), answer(store.get(MARK))]);
    for (const key of [...keys, ...(mark?.keys ?? [])]) if (key !== MARK) all.add(key);
    store.clear();
    store.put({ at: Date.now(), keys: [...all] }, MARK);
  };
  await withCopies(act, { durability: "strict" });
  texts.clear();
  for (const key of all) localStorage.removeItem(key);
}

/**
 * Everything that is kept, text by key: what stands in localStorage, and what only the copy has. Fails where
 * neither can be read.
 */
async function everythingKept() {
  const found = new Map();
  let read = 0;
  const copied = async () => {
    const store = (await openCopies()).transaction("texts").objectStore("texts");
    const { found: copy, mark } = await contents(store);
    const gone = new Set(mark?.keys);
    for (const [key, text] of copy) if (!gone.has(key)) found.set(key, text);
    read += 1;
  };
  await Promise.race([copied(), wait(4 * PATIENCE)]).catch(() => {});
  try {
    for (const key of keptKeys()) found.set(key, localStorage.getItem(key));
    read += 1;
  } catch {
    if (!read) throw new Error("nothing can be read");
  }
  return Object.fromEntries([...found].sort());
}

/** A catalogue file as it is, or why there is none. */
async function fetchCatalogue(address) {
  try {
    const signal = AbortSignal.timeout(LONGEST_FETCH);
    const answer = await fetch(new URL(address, document.baseURI), { credentials: "same-origin", signal });
    if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
    const file = await answer.blob();
    if (file.size > LONGEST_CATALOGUE) throw new Error("it is longer than 2 MiB");
    return { bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch (error) {
    return { trouble: error.message };
  }
}

class QualificationPlanner extends HTMLElement {
  static observedAttributes = ["qualification", "catalogue", "only", "instance"];

  #root = this.attachShadow({ mode: "open" });
  #planner; // the handle of a mounted planner
  #starting = false;
  #near; // waits for the element to come near the viewport
  #file; // the catalogue file that the page names: its address, and what comes of it

  constructor() {
    super();
    this.#root.append(document.createElement("slot"));
  }

  connectedCallback() {
    if (this.#planner || this.#starting) return; // it was only moved
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
      // Other drafts: another planner.
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
      // While the program is on its way there is time to look into the second copy. A browser that
      // takes its time over that is not waited for: the planner hears of what comes back later.
      const restored = Promise.race([restore(), wait(PATIENCE)]);
      const [[glue, sheet]] = await Promise.all([fetchProgram(), restored]);
      if (this.isConnected) this.#mount(glue, sheet);
    } catch (error) {
      const missing = "WebAssembly" in globalThis ? "" : MISSING;
      this.#fail(missing || `The planner could not be loaded (${error.message}). Reload the page to try again.`);
    } finally {
      this.#starting = false;
    }
  }

  #mount(glue, sheet) {
    const place = document.createElement("div");
    place.className = "qp";
    // Its own, whatever the host's language is.
    place.lang = "en-GB";
    place.dir = "ltr";
    place.setAttribute("part", "planner");
    this.#root.adoptedStyleSheets = [sheet];
    this.#root.replaceChildren(place);
    // A link to a plan in the address is for the first element of the page.
    const links = document.querySelector("qualification-planner") === this;
    const home = links ? location.href.split("#", 1)[0] : at("./");
    this.#run(() => {
      this.#planner = glue.mount(
        place,
        this.getAttribute("qualification") ?? "",
        this.getAttribute("instance") ?? "",
        this.hasAttribute("page"),
        links,
        home,
        (name, detail) => this.#hear(name, JSON.parse(detail)),
        deleteCopies,
      );
    });
    if (!this.#planner) return;
    for (const event of STOPS) window.addEventListener(event, this.#stopped);
    this.#openCatalogue();
    this.#tell("ready", {});
  }

  #stop() {
    for (const event of STOPS) window.removeEventListener(event, this.#stopped);
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
      this.#fail(STOPPED);
      console.error(error);
    }
  }

  /** The program stopped in an event handler or in an answer: the browser tells the window only. */
  #stopped = (event) => {
    // Other programs of the page may stop too; the calls into ours go through its glue.
    const error = event.error ?? event.reason;
    const ours = error instanceof WebAssembly.RuntimeError && String(error.stack).includes(FILES.glue);
    if (ours) this.#fail(STOPPED);
  };

  /** Plain text in place of the planner, or below what stands between the tags. */
  #fail(message) {
    const note = document.createElement("p");
    note.setAttribute("role", "alert");
    note.textContent = message;
    const failed = document.createElement("div");
    failed.className = "qp-failed";
    failed.append(note);
    if (message === STOPPED) failed.append(rescueButtons(note));
    else {
      // What was planned earlier is there, whether the program runs or not.
      const offer = (all) => {
        if (!Object.keys(all).length) return;
        note.textContent = `${message} ${KEPT}`;
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
      if (!Object.keys(all).length) return (note.textContent = "Nothing is kept in this browser.");
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([JSON.stringify(all)], { type: "application/json" }));
      link.download = "qualification-planner-everything.json";
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    } catch {
      note.textContent = "This browser does not let the page reach what it keeps.";
    }
  };
  const buttons = document.createElement("div");
  buttons.className = "qp-actions";
  buttons.append(button("Download every draft", download), button("Reload the page", () => location.reload()));
  return buttons;
}

const STOPS = ["error", "unhandledrejection"];
const MISSING = "This browser cannot run the planner: WebAssembly is missing or switched off.";
const KEPT = "What you saved earlier is still in this browser: it can be downloaded here.";
const STOPPED =
  "The planner has stopped because of a fault in it. What it called saved is saved: reload the page to go on. " +
  "If it stops again, download every draft: “Open a file” reads them.";

if (!customElements.get("qualification-planner")) {
  customElements.define("qualification-planner", QualificationPlanner);
}
