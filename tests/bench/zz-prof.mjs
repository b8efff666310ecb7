import { readFileSync } from "node:fs";
import { chromium as playwright } from "playwright-core";
import { catalogue, instance } from "./instances.mjs";
const base = process.argv[2];
const b = await playwright.launch({ executablePath: readFileSync("/tmp/chromium.path","utf8").trim(), args:["--no-sandbox"] });
for (const size of (process.argv[3]??"70,5000").split(",").map(Number)) {
  const c = await b.newContext({viewport:{width:1280,height:900}}); const page = await c.newPage();
  const text = JSON.stringify(catalogue(instance("ordinary", size, 1)));
  await page.goto(base);
  await page.getByRole("button", { name: "Open a file" }).click();
  await page.locator("input[type=file]").setInputFiles({ name: "many.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "See all qualifications" }).click();
  await page.goto("about:blank"); await page.goto(base + "#/made-up"); 
  await page.locator("#qp-state .qp-mark-place").waitFor({state:"attached"}); await page.waitForTimeout(2500);
  const cdp = await c.newCDPSession(page);
  await cdp.send("Profiler.enable"); await cdp.send("Profiler.setSamplingInterval",{interval:200}); 
  const m0 = await cdp.send("Performance.enable").then(()=>cdp.send("Performance.getMetrics"));
  await cdp.send("Profiler.start");
  const out = await page.evaluate(async () => { const r = document.querySelector("qualification-planner").shadowRoot; const boxes=[...r.querySelectorAll(".qp-unit input[type=checkbox][id]")].slice(0,12); const res=[];
    for (const e of boxes) { await new Promise(q=>requestAnimationFrame(()=>setTimeout(q))); const s=performance.now(); e.click(); const h=performance.now()-s; await Promise.resolve(); await new Promise(q=>queueMicrotask(q)); const mm=performance.now()-s; e.getBoundingClientRect(); const l=performance.now()-s; await new Promise(q=>requestAnimationFrame(()=>setTimeout(q))); res.push([h,mm,l,performance.now()-s]); }
    const med=i=>res.map(x=>x[i]).sort((a,b)=>a-b)[6].toFixed(1); return [boxes.length,[0,1,2,3].map(med)] });
  const prof = (await cdp.send("Profiler.stop")).profile;
  const m1 = await cdp.send("Performance.getMetrics");
  const get=(m,n)=>m.metrics.find(x=>x.name===n).value;
  console.log(size, JSON.stringify(out), ["ScriptDuration","LayoutDuration","RecalcStyleDuration","TaskDuration"].map(n=>n+" "+((get(m1,n)-get(m0,n))*1000/12).toFixed(1)).join("  "));
  const self=new Map(); const byId=new Map(prof.nodes.map(n=>[n.id,n])); prof.samples.forEach((id,i)=>{const n=byId.get(id); const k=n.callFrame.functionName+" "+n.callFrame.url.split("/").pop(); self.set(k,(self.get(k)||0)+prof.timeDeltas[i])});
  console.log([...self].sort((a,b)=>b[1]-a[1]).slice(0,10).map(([k,v])=>(v/1000/12).toFixed(2)+" "+k).join("\n  "));
  await c.close();
}
await b.close();
