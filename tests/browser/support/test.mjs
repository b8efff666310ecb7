// `test` with what every test here has: the addresses of the servers, a planner to drive, and a
// watch that fails the test on any console message, page error, failed request or request to
// another origin that the test did not announce.

import { test as base, expect } from "@playwright/test";
import { Planner } from "./planner.mjs";

export { expect };

/** Addresses by name; see servers.mjs. */
export const servers = JSON.parse(process.env.QP_TEST_SERVERS ?? "{}");

export const test = base.extend({
  /** `troubles.expect(/…/)` announces one; the test fails if it does not come. */
  troubles: [
    async ({ context }, use) => {
      const troubles = new Troubles();
      troubles.watch(context);
      await use(troubles);
      troubles.check();
    },
    { auto: true },
  ],

  /** The planner on its own page. */
  planner: async ({ page }, use) => {
    await use(new Planner(page, servers.site));
  },
});

export class Troubles {
  #seen = [];
  #expected = [];

  /** Watches every page of a context, those to come too. */
  watch(context) {
    context.on("console", (message) => this.#add(`console ${message.type()}: ${message.text()}`));
    context.on("weberror", (error) => this.#add(`page error: ${error.error().stack}`));
    context.on("requestfailed", (request) => {
      const reason = request.failure()?.errorText;
      // A page that is left gives up what it was fetching: at whatever moment a test leaves it.
      if (reason !== "net::ERR_ABORTED") this.#add(`failed: ${request.url()} ${reason}`);
    });
    context.on("response", (response) => {
      if (response.status() >= 400) this.#add(`answer ${response.status()}: ${response.url()}`);
    });
    context.on("request", (request) => {
      if (!allowed(request)) this.#add(`request to another origin: ${request.url()}`);
    });
  }

  expect(...patterns) {
    this.#expected.push(...patterns);
  }

  #add(text) {
    this.#seen.push(text);
  }

  check() {
    const announced = (text) => this.#expected.some((pattern) => pattern.test(text));
    expect(this.#seen.filter((text) => !announced(text)), "messages, errors and requests that nobody expected").toEqual([]);
    const missed = this.#expected.filter((pattern) => !this.#seen.some((text) => pattern.test(text)));
    expect(missed, "announced, but never came").toEqual([]);
  }
}

/** A page may ask its own origin, and one of a host the planner's too. */
function allowed(request) {
  if (!request.url().startsWith("http") || request.isNavigationRequest()) return true;
  const origin = (address) => new URL(address).origin;
  const page = origin(addressOfFrame(request));
  const isHost = [servers.host, servers.reader].some((address) => origin(address) === page);
  return origin(request.url()) === page || (isHost && origin(request.url()) === origin(servers.site));
}

/** Where a request comes from. A page that is opened in another tab asks before its frame is known: it is our own. */
function addressOfFrame(request) {
  try {
    return request.frame().url();
  } catch {
    return servers.site;
  }
}
