# Lantu's commands; `make` alone lists them.
#
# A fresh machine needs rustup, git, make and npm. The pinned build tools come by themselves and
# are kept outside the checkout, in LANTU_CACHE, where the next clone finds them.

export LANTU_CACHE ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/lantu
export TRUNK := 0.21.14
export BINARYEN := 132.0.0
export CARGO_FUZZ := 0.13.2
export FRICTIONLESS := 5.21.0
# Must equal the crate's version to the last digit.
export WASM_BINDGEN := $(shell sed -n '/^name = "wasm-bindgen"$$/{n;s/^version = "\(.*\)"$$/\1/p;}' Cargo.lock)
# The page brings its own standard library, built for size and with panics that stop at once instead
# of wording what nobody reads: 23 KB less to load. Cargo calls that unstable; the compiler is pinned
# to the day in rust-toolchain.toml, so it is as steady as the rest.
LEAN := RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
# Leptos then writes each component's code once and not once for each nesting: a tenth less to load.
# Nor does the page need to carry where this machine keeps its crates.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS := --cfg erase_components \
	--remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)/registry/src=.
ABORT := -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none
ABORTING = CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$$CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS $(ABORT)"
QUIET := RUST_BACKTRACE=0 $(if $(CI),CARGO_TERM_QUIET=true)
BUILT := $(abspath $(or $(CARGO_TARGET_DIR),target))
# src/bin/pack.rs puts it into dist/.
export EXPORT := $(BUILT)/export.wasm
PORT ?= 8080
# A clone that is built once has no use for what would make the second build faster.
ifdef CI
export CARGO_INCREMENTAL := 0
endif

export PATH := $(LANTU_CACHE)/trunk-$(TRUNK)/bin:$(LANTU_CACHE)/wasm-bindgen-$(WASM_BINDGEN)/bin:$(LANTU_CACHE)/binaryen-$(BINARYEN)/node_modules/.bin:$(LANTU_CACHE)/cargo-fuzz-$(CARGO_FUZZ)/bin:$(PATH):$(HOME)/.cargo/bin

say = @printf '▸ %s\n'
have = @sh tests/tools/install.sh
WASM := --target wasm32-unknown-unknown
# Trunk works offline, so that it takes the pinned tools and no others.
FETCH := cargo fetch --quiet --locked $(WASM) --target host-tuple

.PHONY: help serve watch dist test check package pages bench screenshots extract explain fuzz clean

help: # list the commands
	@sed -n 's/^\([a-z]*\):[^#]*# \(.*\)/make \1	\2/p' Makefile | expand -t 20

serve: dist # build and open the explorer on 127.0.0.1 (PORT=8080)
	@exec node tests/tools/server.mjs dist $(PORT)

watch: $(EXPORT) # the same while working: a debug build, made again after every change
	@$(FETCH)
	@trunk serve --port $(PORT) --dist $(or $(CARGO_TARGET_DIR),target)/watch

dist: dist/lantu.html # dist/ for any static host, and dist/lantu.html, all in one file
	$(say) 'dist/ and dist/lantu.html are ready'

dist/lantu.html: $(EXPORT)
	$(say) 'building the page'
	@$(QUIET) $(LEAN) $(ABORTING) trunk --log warn build --release

# What visitors take away comes from a wasm of its own, which a first visit does not load.
$(EXPORT): tests/gold/score.toml $(shell find Cargo.toml Cargo.lock Makefile Trunk.toml public seeds src style -type f)
	$(have) build
	$(say) 'building the export module'
	@$(LEAN) $(FETCH)
	@$(QUIET) $(LEAN) $(ABORTING) cargo build --quiet --offline $(WASM) --profile web --bin export
# A crate it draws with drags a web page's imports along, which nothing in it calls: only what its two
# functions reach is kept.
	@wasm-metadce -f src/bin/export.json -o $@.reached $(BUILT)/wasm32-unknown-unknown/web/export.wasm >$@.log
	@wasm-opt --remove-imports -Oz -o $@ $@.reached

test: # every check: format, lints, Rust tests, build, size, pages in Chromium
	$(have) rust pages browser
	@$(MAKE) --no-print-directory check
	@$(MAKE) --no-print-directory package
	@$(MAKE) --no-print-directory pages

check: # the quick half of `make test`: format, lints, Rust tests
	$(have) rust
	$(say) 'format'
	@cargo fmt --check
	$(say) 'lints: command line, library, tests'
	@cargo clippy --quiet --locked --all-targets -- -D warnings
	$(say) 'lints: page'
	@cargo clippy --quiet --locked $(WASM) --lib --bin web --bin export -- -D warnings
	$(say) 'Rust tests'
	@cargo test --quiet --locked

package: # the whole data set as a Frictionless data package, in tests/out/package, and its validator
	$(have) rust frictionless
	$(say) 'data package'
	@cargo run --quiet --locked --bin lantu -- package tests/out/package
	@$(LANTU_CACHE)/frictionless-$(FRICTIONLESS)/bin/frictionless validate tests/out/package/datapackage.json >tests/out/package/report.txt \
		|| { cat tests/out/package/report.txt; exit 1; }

pages: dist # the other half: size and pages, in headless Chromium
	$(have) pages browser
	$(say) 'pages: dist/ and lantu.html in headless Chromium'
	@node --test --test-reporter=spec tests/pages/*.test.mjs

screenshots: dist # every page in three widths, both themes and languages, into tests/out/
	$(have) pages browser
	@node tests/pages/screenshots.mjs

bench: dist # MB/s of text read beside jieba-rs; first chart and redraw beside chart libraries
	$(have) pages browser
	$(say) 'reading the five texts'
	@cargo bench --quiet --locked --bench parse
	$(say) 'first chart'
	@node tests/bench/first-chart.mjs
	$(say) 'redraw'
	@node tests/bench/redraw.mjs

extract: # what is read from texts of your own (FILES=…)
	@cargo run --quiet --locked --release --bin lantu -- extract $(FILES)

explain: # how a line of a text is read, rule by rule (FILE=… LINE=…)
	@cargo run --quiet --locked --release --bin lantu -- explain $(FILE) --line $(LINE)

fuzz: # ten minutes of what nobody would write, on the nightly toolchain
	$(have) fuzz
	@cargo +nightly fuzz run --fuzz-dir tests/fuzz --target-dir $(or $(CARGO_TARGET_DIR),target)/fuzz -O read \
		-- -max_total_time=600 -max_len=600

clean: # remove what was built here (LANTU_CACHE stays, and so does a CARGO_TARGET_DIR)
	@rm -rf target dist tests/out tests/node_modules
	$(if $(CARGO_TARGET_DIR),$(say) '$(CARGO_TARGET_DIR) stays: other checkouts may build there')
