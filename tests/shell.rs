//! What the page shows before the program runs, and where it cannot run, is made from the shipped
//! catalogue: this test holds `index.html` to it. `UPDATE=1 cargo test --no-default-features --test
//! shell` writes it anew.

use qualification_planner::catalogue::Catalogue;
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
    let needed = format!(r#"<p class="qp-notice">{}</p>"#, wording::NEEDS_PROGRAM);
    for line in [
        r#"<div class="qp">"#,
        &format!(r#"  <header class="qp-header">{home}</header>"#),
        r#"  <main class="qp-screen">"#,
        &format!("    <h1>{}</h1>", heading::PLANNER),
        &format!(r#"    <p class="qp-lead">{}</p>"#, wording::LEAD),
        &format!("    <noscript>{needed}</noscript>"),
        r#"    <div class="qp-suites">"#,
    ] {
        push(&mut html, line);
    }
    for suite in all.chunk_by(|one, other| one.is_of_suite(other)) {
        let sizes = if suite.len() > 1 {
            " qp-suite--sizes"
        } else {
            ""
        };
        push(
            &mut html,
            &format!(r#"      <ul class="qp-suite{sizes}" role="list">"#),
        );
        for qualification in suite {
            card(&mut html, qualification);
        }
        push(&mut html, "      </ul>");
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

fn card(html: &mut String, qualification: &Qualification) {
    push(html, r#"        <li class="qp-card">"#);
    push(
        html,
        &format!(
            r#"          <p class="qp-eyebrow">{}</p>"#,
            escape(&wording::eyebrow(qualification))
        ),
    );
    push(
        html,
        &format!("          <h2>{}</h2>", escape(&qualification.title)),
    );
    push(
        html,
        &format!(
            r#"          <p class="qp-tags"><span>{}</span> <span>{}</span></p>"#,
            wording::level(qualification.level.unwrap()),
            qualification.size.name()
        ),
    );
    push(html, r#"          <ul class="qp-card-facts" role="list">"#);
    for fact in [
        wording::asked_in_all(qualification),
        wording::hours_in_all(qualification),
        Some(wording::choice(qualification)),
    ]
    .into_iter()
    .flatten()
    {
        push(html, &format!("            <li>{}</li>", escape(&fact)));
    }
    push(html, "          </ul>");
    push(
        html,
        &format!("          <details><summary>{}</summary>", heading::RULES),
    );
    push(html, "            <ul>");
    for rule in &qualification.rules {
        let text = escape(&wording::rule(qualification, rule));
        push(html, &format!("              <li>{text}</li>"));
    }
    push(html, "            </ul>");
    push(html, "          </details>");
    push(html, "        </li>");
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
