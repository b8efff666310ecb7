//! What the page shows before the program runs, and where it cannot run, is made from the shipped
//! catalogue: this test holds `index.html` to it. `UPDATE=1 cargo test --no-default-features --test
//! shell` writes it anew.

use qualification_planner::catalogue::Catalogue;
use qualification_planner::editor::{OfferView, OffersView, Span};
use qualification_planner::qualification::Qualification;
use qualification_planner::wording::{self, heading, label, window};

const START: &str = "      <!-- shell:start -->\n";
const END: &str = "      <!-- shell:end -->";

#[test]
fn the_page_without_the_program_shows_every_qualification_and_its_rules() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/index.html");
    let page = std::fs::read_to_string(path).unwrap();
    let (before, rest) = page.split_once(START).unwrap();
    let (shell, after) = rest.split_once(END).unwrap();
    let wanted = expected();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, format!("{before}{START}{wanted}{END}{after}")).unwrap();
    } else {
        assert_eq!(shell, wanted, "UPDATE=1 writes it anew");
    }
}

#[test]
fn the_head_of_the_page_says_what_the_planner_is_called_and_for() {
    let page = include_str!("../index.html");
    let element = include_str!("../src/wording/element.json");
    let (_, language) = element.split_once("\"language\": \"").unwrap();
    let language = language.split('"').next().unwrap();
    for line in [
        format!(r#"<html lang="{language}">"#),
        format!("<title>{}</title>", label::PLANNER),
        format!(
            r#"<meta name="description" content="{}">"#,
            window::DESCRIPTION
        ),
    ] {
        assert!(page.contains(&line), "{line}");
    }
}

fn expected() -> String {
    let catalogue = Catalogue::shipped();
    let all = catalogue.by_suite();
    let mut html = String::new();
    let name = label::PLANNER;
    let home = format!(r##"<a class="qp-name" href="#/">{name}</a>"##);
    let unofficial = escape(&wording::unofficial(&catalogue.sources()));
    let needed = format!(r#"<p class="qp-notice">{}</p>"#, wording::NEEDS_PROGRAM);
    for line in [
        r#"<div class="qp">"#,
        &format!(
            r#"  <header class="qp-header">{home}<p class="qp-hint qp-header-line">{unofficial}</p></header>"#
        ),
        r#"  <main class="qp-screen qp-start-screen">"#,
        &format!(
            r#"    <div class="qp-start-head"><h1>{}</h1></div>"#,
            heading::PLANNER
        ),
        &format!("    <noscript>{needed}</noscript>"),
        r#"    <ol class="qp-steps" role="list">"#,
    ] {
        push(&mut html, line);
    }
    for ([title, more], outline) in wording::STEPS.into_iter().zip(outlines()) {
        push(
            &mut html,
            &format!(
                r#"      <li><svg class="qp-icon" viewBox="0 0 24 24" aria-hidden="true"><path d="{outline}"/></svg><p><strong>{title}</strong> <span>{more}</span></p></li>"#
            ),
        );
    }
    for line in [
        "    </ol>",
        r#"    <div class="qp-offers">"#,
        &format!("      <h2>{}</h2>", heading::START_FIRST),
        r#"      <div class="qp-filters qp-filters--unready" inert>"#,
    ] {
        push(&mut html, line);
    }
    let view = OffersView::new(&all);
    let levels = view.levels.iter().map(|level| wording::level_chip(*level));
    chips(&mut html, label::LEVEL, levels);
    let sizes = view.sizes.iter().map(|size| size.name().to_owned());
    chips(&mut html, label::SIZE, sizes);
    let count = wording::qualifications(all.len());
    push(
        &mut html,
        &format!(r#"        <p class="qp-hint">{count}</p>"#),
    );
    push(&mut html, "      </div>");
    for group in view.groups {
        let heading = escape(&group.heading);
        push(&mut html, r#"      <div class="qp-offer-group">"#);
        push(
            &mut html,
            &format!(r#"        <h3 class="qp-offer-level">{heading}</h3>"#),
        );
        push(&mut html, r#"        <ul role="list">"#);
        for one in &group.offers {
            offer(&mut html, one);
        }
        push(&mut html, "        </ul>");
        push(&mut html, "      </div>");
    }
    push(&mut html, "    </div>");
    push(&mut html, r#"    <div class="qp-static-rules">"#);
    push(&mut html, &format!("      <h2>{}</h2>", heading::RULES));
    for one in all {
        rules(&mut html, one);
    }
    for line in [
        "    </div>",
        "  </main>",
        r#"  <footer class="qp-footer">"#,
        &format!(
            "    <p><strong>{}</strong> {}</p>",
            label::UNOFFICIAL,
            escape(&wording::made_from(&catalogue.sources()))
        ),
        "  </footer>",
        "</div>",
    ] {
        push(&mut html, line);
    }
    html
}

/// The outlines of the steps, from where the screen has them.
fn outlines() -> Vec<String> {
    let icons = include_str!("../src/app/components/icon.rs");
    let outline = |name: &str| {
        let (_, rest) = icons
            .split_once(&format!("const {name}: &str = \""))
            .unwrap();
        rest.split('"').next().unwrap().to_owned()
    };
    ["LIST", "GAUGE", "PAGE"].map(outline).into()
}

/// As wide and as high as what stands there with the program.
fn chips(html: &mut String, label: &str, words: impl Iterator<Item = String>) {
    let words = std::iter::once(label::ANY.to_owned()).chain(words);
    let chips: Vec<String> = words
        .map(|words| {
            format!(
                r#"<span class="qp-chip"><span>{}</span></span>"#,
                escape(&words)
            )
        })
        .collect();
    let chips = chips.join("");
    push(
        html,
        &format!(
            r#"        <fieldset class="qp-chips"><legend>{label}</legend>{chips}</fieldset>"#
        ),
    );
}

fn offer(html: &mut String, one: &OfferView) {
    let [above, title, facts] = [&one.said_above, &one.title, &one.facts].map(|text| escape(text));
    let (id, amount, noun) = (&one.of.id, &one.amount, one.noun);
    let way = format!(
        r##"<a class="qp-offer-way" href="#/{id}"><span><span class="qp-unseen">{above}</span>{title}</span></a>"##
    );
    for line in [
        r#"<li class="qp-offer">"#,
        &format!(r#"  <div class="qp-offer-text">{way}<p class="qp-hint">{facts}</p></div>"#),
        &format!(r#"  <p class="qp-offer-amount"><span>{amount}</span> <span>{noun}</span></p>"#),
    ] {
        push(html, &format!("          {line}"));
    }
    if let Some(Span {
        start,
        width,
        is_open,
    }) = &one.span
    {
        let class = if *is_open {
            "qp-scale qp-scale--open"
        } else {
            "qp-scale"
        };
        push(
            html,
            &format!(
                r#"            <svg class="{class}" aria-hidden="true"><rect x="{start}" width="{width}" height="100%" rx="3"/></svg>"#
            ),
        );
    }
    push(html, "          </li>");
}

fn rules(html: &mut String, of: &Qualification) {
    let title = escape(&of.title);
    push(html, &format!("      <details><summary>{title}</summary>"));
    let codes = escape(&wording::eyebrow(of));
    push(html, &format!(r#"        <p class="qp-hint">{codes}</p>"#));
    push(html, "        <ul>");
    for rule in &of.rules {
        let text = escape(&wording::rule(of, rule));
        push(html, &format!("          <li>{text}</li>"));
    }
    push(html, "        </ul>");
    push(html, "      </details>");
}

fn push(html: &mut String, line: &str) {
    html.push_str("      ");
    html.push_str(line);
    html.push('\n');
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
