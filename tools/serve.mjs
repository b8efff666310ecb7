// A small server for a built folder, with the headers that docs/hosting.md recommends:
// node tools/serve.mjs FOLDER [--port 8080] [--base /some/path/] [--quiet]
//
// For trying and for tests: it listens on 127.0.0.1 only. Tests call `serve` themselves, once for
// each origin that they need.

import { createServer } from "node:http";
import { readFile, realpath, stat } from "node:fs/promises";
import { realpathSync } from "node:fs";
import { extname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/** Headers of every answer. docs/hosting.md gives the reasons; a check holds the two together. */
export const HEADERS = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors *",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
};

/** Headers of every file but the page: another site's page may load them. */
export const SHARED = {
  "Access-Control-Allow-Origin": "*",
  "Cross-Origin-Resource-Policy": "cross-origin",
};

const HASHED = /-[0-9a-f]{8}\.(js|wasm|css)$/;
export const CACHING = {
  hashed: "public, max-age=31536000, immutable",
  embed: "public, max-age=300",
  other: "no-cache",
};

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

/**
 * Serves the folder `root` below the path `base`.
 * @param port 0 takes any free one
 * @param headers more headers for every answer; null takes one away
 * @returns {Promise<{ url: string, port: number, close(): Promise<void> }>}
 */
export async function serve({ root, port = 0, base = "/", headers = {} }) {
  const folder = await realpath(root);
  const server = createServer((request, response) =>
    answer(folder, base, request).then(
      (reply) => send(request, response, reply, headers),
      (error) => send(request, response, { status: 500, body: `${error.message}\n` }, headers),
    ),
  );
  await new Promise((done, failed) => server.once("error", failed).listen(port, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    port: server.address().port,
    close() {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

async function answer(folder, base, request) {
  if (!["GET", "HEAD"].includes(request.method)) {
    return { status: 405, headers: { Allow: "GET, HEAD" }, body: "Only GET and HEAD.\n" };
  }
  const asked = request.url.split(/[?#]/, 1)[0];
  if (`${asked}/` === base) return { status: 301, headers: { Location: base }, body: "" };
  const path = asked.startsWith(base) ? await fileFor(folder, asked.slice(base.length)) : undefined;
  if (!path) return { status: 404, body: "There is no such file.\n" };

  const type = TYPES[extname(path)] ?? "application/octet-stream";
  const { encoding, file } = await compressed(path, request.headers["accept-encoding"] ?? "");
  const { mtimeMs, size } = await stat(file);
  const head = {
    ...(type.startsWith("text/html") ? {} : SHARED),
    "Cache-Control": caching(path),
    "Content-Type": type,
    ETag: `"${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}"`,
    Vary: "Accept-Encoding",
    ...(encoding && { "Content-Encoding": encoding }),
  };
  if (request.headers["if-none-match"] === head.ETag) return { status: 304, headers: head, body: "" };
  return { status: 200, headers: head, body: await readFile(file) };
}

/** The file that an address means; none for what lies outside the folder or is not a file. */
async function fileFor(folder, address) {
  try {
    const path = await realpath(resolve(folder, `./${decodeURIComponent(address)}`));
    if (path !== folder && !path.startsWith(folder + sep)) return undefined;
    const found = await stat(path);
    if (!found.isDirectory()) return path;
    // Without the closing slash a page's relative addresses would point beside its folder.
    const index = join(path, "index.html");
    return (address === "" || address.endsWith("/")) && (await stat(index)).isFile() ? index : undefined;
  } catch {
    return undefined; // not there, or not an address
  }
}

async function compressed(path, accepted) {
  for (const [encoding, extension] of [["br", ".br"], ["gzip", ".gz"]]) {
    const file = path + extension;
    if (new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`).test(accepted)) {
      if (await stat(file).catch(() => undefined)) return { encoding, file };
    }
  }
  return { file: path };
}

function caching(path) {
  if (HASHED.test(path)) return CACHING.hashed;
  return path.endsWith(`${sep}embed.js`) ? CACHING.embed : CACHING.other;
}

function send(request, response, { status, headers: own = {}, body }, more) {
  const headers = { "Content-Type": "text/plain; charset=utf-8", ...HEADERS, ...own, ...more };
  for (const [name, value] of Object.entries(headers)) {
    if (value !== null) response.setHeader(name, value);
  }
  if (status !== 304) response.setHeader("Content-Length", Buffer.byteLength(body));
  response.writeHead(status).end(request.method === "HEAD" ? undefined : body);
}

/** The port asked for, or the next free one. */
async function serveNear(options) {
  for (let port = options.port; ; port++) {
    try {
      return await serve({ ...options, port });
    } catch (error) {
      if (error.code !== "EADDRINUSE" || port >= options.port + 100) throw error;
    }
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      base: { type: "string", default: "/" },
      port: { type: "string", default: process.env.QP_PORT || "8080" },
      quiet: { type: "boolean", default: false },
    },
  });
  const base = `/${values.base}/`.replace(/\/+/g, "/");
  const { url } = await serveNear({ root: positionals[0] ?? "dist", port: Number(values.port), base });
  if (!values.quiet) console.log(`The planner is at ${url}  (Ctrl-C stops it)`);
}
