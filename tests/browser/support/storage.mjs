// What the planner keeps in the browser, and ways to spoil it.

/** Everything that the planner keeps, by key. */
export function kept(page) {
  return page.evaluate(() => {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith("qualification-planner/"));
    return Object.fromEntries(keys.map((key) => [key, localStorage.getItem(key)]));
  });
}

/** Changes the text of the draft's newest generation. Returns what stands there then. */
export function spoil(page, id, change) {
  return page.evaluate(
    ([ending, code]) => {
      const head = Object.keys(localStorage).find((key) => key.endsWith(ending));
      const key = head.replace(/head$/, localStorage.getItem(head));
      const [from, to] = code;
      const text = localStorage.getItem(key).replace(from, to);
      localStorage.setItem(key, text);
      return text;
    },
    [`/${id}/head`, change],
  );
}

/** Fills the storage until not one more letter goes in. */
export function fill(page) {
  return page.evaluate(() => {
    for (let size = 4 * 1024 * 1024; size >= 1; ) {
      try {
        const old = localStorage.getItem("filler") ?? "";
        localStorage.setItem("filler", old + "x".repeat(size));
      } catch {
        size = Math.floor(size / 2);
      }
    }
  });
}

export function empty(page) {
  return page.evaluate(() => localStorage.removeItem("filler"));
}

/** Takes the storage away as a browser does: the getter throws. Also fit for an init script. */
export function block() {
  window.realStorage = Object.getOwnPropertyDescriptor(window, "localStorage");
  Object.defineProperty(window, "localStorage", {
    configurable: true,
    get() {
      throw new DOMException("The operation is insecure.", "SecurityError");
    },
  });
}

/** Gives it back. */
export function unblock() {
  Object.defineProperty(window, "localStorage", window.realStorage);
}
