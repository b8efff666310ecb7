# What there is to do here. The work is in tools/.

.DEFAULT_GOAL := help
SHELL := bash
PAGE := tools/setup.sh rust wasm-target wasm-bindgen node
RELEASE := $(PAGE) npm rust-src

.PHONY: help
help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 11

.PHONY: run
run: ## build the planner as quickly as can be and serve it on 127.0.0.1 (QP_PORT chooses the port)
	@$(PAGE)
	@tools/build.sh quick target/run
	@node tools/serve.mjs target/run

.PHONY: example
example: ## build the planner and serve a page of another site that embeds it
	@$(PAGE)
	@tools/build.sh quick target/run
	@node tools/example.mjs target/run

.PHONY: watch
watch: ## serve the planner and build it again on every save, with Trunk
	@$(PAGE) trunk
	@tools/watch.sh

.PHONY: test
test: ## run the tests and checks of every day, ten minutes on two cores (ONLY=checks|native|node|browser for some)
	@tools/setup.sh rust node
	@node tools/test.mjs $(ONLY)

.PHONY: check-all
check-all: ## before a release: make test with every variant, then whatever takes long (hours; Trunk is compiled)
	@tools/setup.sh rust node
	@node tools/test.mjs all

.PHONY: oracle
oracle: ## hold the engine to one that tries every subset, on 130,000 random cases (a few minutes)
	@tools/setup.sh rust
	@ORACLE_CASES=40000 cargo test --release --no-default-features --test oracle --test tangled

.PHONY: fuzz
fuzz: ## read arbitrary bytes as catalogues, plans, drafts, files of drafts and links (SECONDS=60 for each of the five)
	@tools/setup.sh rust
	@tools/fuzz.sh "$(or $(SECONDS),60)"

.PHONY: mutants
mutants: ## change the engine in small ways and see whether a test notices (MANY=40 of thousands; an hour)
	@tools/setup.sh cargo-mutants
	@tools/mutants.sh $(MANY)

.PHONY: endurance
endurance: build ## crash tabs and kill browsers in the middle of the work (RUNS=300 of each; about an hour)
	@tools/setup.sh npm chromium
	@QP_RUNS="$(or $(RUNS),300)" QP_SEED="$(or $(SEED),1)" npx --no-install playwright test \
	  --config tests/browser/playwright.config.mjs crash.spec kill.spec

.PHONY: build
build: ## build what is shipped into dist/
	@$(RELEASE)
	@tools/build.sh release dist

.PHONY: size
size: build ## what each shipped file weighs; fails on growth nobody decided (ACCEPT=1 decides)
	@node tools/size.mjs dist $(if $(ACCEPT),--accept)

.PHONY: bench
bench: build ## run the benchmarks, native ones and those of the page
	@tools/setup.sh chromium
	@tools/bench.sh

.PHONY: screenshots
screenshots: build ## make pictures of every screen and state in target/screenshots, light and dark, at five widths
	@tools/setup.sh npm chromium
	@node tests/browser/screenshots.mjs target/screenshots dist

.PHONY: fmt
fmt: ## format the Rust code
	@cargo fmt
	@cargo fmt --manifest-path tools/bindgen/Cargo.toml
	@cargo fmt --manifest-path fuzz/Cargo.toml

.PHONY: lint
lint: ## formatting and clippy, with and without the screens
	@tools/setup.sh lints wasm-target
	@tools/lint.sh

.PHONY: deny
deny: ## check the licences, sources and known vulnerabilities of the dependencies
	@tools/setup.sh cargo-deny
	@tools/deny.sh

.PHONY: notices
notices: ## write THIRD-PARTY-NOTICES.txt anew
	@node tools/notices.mjs

.PHONY: release
release: ## test, build and pack a release (VERSION=x.y.z): see docs/releasing.md
	@tools/release.sh "$(VERSION)"

.PHONY: clean
clean: ## remove what was built here
	@rm -rf target dist node_modules test-results
	@. tools/env.sh && echo "The tools stay in $$CACHE; rm -r removes them too."
