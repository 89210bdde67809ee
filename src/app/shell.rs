//! The frame around every page: header, navigation, footer, and which page stands between them.

use leptos::mount::mount_to_body;
use leptos::prelude::*;

use super::address::{Address, CompareView, Filter, Page, ScoreView};
use super::browser::{self, Location};
use super::components::on_take;
use super::pages;
use crate::page::Explorer;
use crate::plan::Bundle;
use crate::words::{Language, Text, text};

/// What every page reads. Provided as a context by [`Shell`].
#[derive(Clone, Copy)]
pub struct App {
    pub bundle: &'static Bundle,
    pub location: Location,
    pub dark: RwSignal<bool>,
    /// The visitor's year, which tells what has fallen due.
    pub year: u16,
    /// Paper is light, whatever the theme.
    pub printing: RwSignal<bool>,
}

impl App {
    /// The context; the shell provides it.
    pub fn expect() -> Self {
        expect_context::<Self>()
    }

    /// The language now. Pages are built anew when it changes, so reading it once is enough.
    pub fn language(self) -> Language {
        self.location.get_untracked().language
    }

    pub fn text(self) -> &'static Text {
        text(self.language())
    }

    /// What HTML is written from, in the language now.
    pub fn now(self) -> Explorer {
        Explorer {
            bundle: self.bundle,
            language: self.language(),
            year: self.year,
        }
    }

    /// A link to a page in the present language.
    pub fn href(self, page: Page) -> String {
        Address::new(page, self.language()).href()
    }

    /// Whether charts and page are dark now.
    pub fn is_dark(self) -> bool {
        self.dark.get() && !self.printing.get()
    }

    pub fn go(self, page: Page) {
        self.location.push(&Address::new(page, self.language()));
    }

    pub fn replace(self, page: Page) {
        self.location.replace(&Address::new(page, self.language()));
    }
}

/// Starts the page.
pub fn start() {
    let bundle: &'static Bundle = Box::leak(Box::new(crate::bundle()));
    let explorer = App {
        bundle,
        location: Location::follow(),
        dark: browser::dark_theme(),
        year: browser::year(),
        printing: browser::printing(),
    };
    mount_to_body(move || {
        provide_context(explorer);
        view! { <Shell /> }
    });
}

/// What a page is built anew for; other changes of the address only move what its closures read.
fn page_key(address: &Address) -> Address {
    let page = match &address.page {
        Page::Indicators(_) => Page::Indicators(Filter::default()),
        Page::Compare(_) => Page::Compare(CompareView::default()),
        Page::Scorecard(_) => Page::Scorecard(ScoreView::default()),
        Page::Indicator { id, .. } => Page::Indicator {
            id: id.clone(),
            view: Default::default(),
        },
        Page::Plan { id, .. } => Page::Plan {
            id: id.clone(),
            at: None,
        },
        page => page.clone(),
    };
    Address {
        page,
        ..address.clone()
    }
}

#[component]
fn Shell() -> impl IntoView {
    let explorer = App::expect();
    let key = Memo::new(move |_| explorer.location.with(page_key));
    mirror_to_document(explorer, key);
    view! {
        {move || {
            let Address { language, embed, .. } = key.get();
            (!embed).then(|| view! { <Header language /> }.into_any())
        }}
        <main id="main" tabindex="-1" on:click=move |event| on_take(explorer, &event)>
            {move || page(key.get())}
        </main>
        {move || {
            let Address { language, embed, .. } = key.get();
            let words = text(language);
            let address = move || explorer.printing.get().then(|| window().location().href().ok());
            (!embed).then(|| {
                view! { <footer class="footer"><p>{words.footer}</p><p>{address}</p></footer> }.into_any()
            })
        }}
    }
}

/// Title, language and theme belong to the document, outside of the app's own element.
fn mirror_to_document(explorer: App, key: Memo<Address>) {
    Effect::new(move |_| {
        if let Some(root) = browser::root() {
            let _ = root.set_attribute(
                "data-theme",
                if explorer.is_dark() { "dark" } else { "light" },
            );
        }
    });
    Effect::new(move |before: Option<()>| {
        let key = key.get();
        if let Some(root) = browser::root() {
            let _ = root.set_attribute("lang", key.language.tag());
        }
        let words = text(key.language);
        let title = page_title(explorer, &key.page);
        document().set_title(&if title.is_empty() {
            format!("{} · {}", words.name, words.tagline)
        } else {
            format!("{title} · {}", words.name)
        });
        // A new page starts at its top, for the eye and for a screen reader; the first does anyway,
        // and a plan opened at a passage goes there by itself.
        if before.is_some()
            && !matches!(
                explorer.location.get_untracked().page,
                Page::Plan { at: Some(_), .. }
            )
        {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            browser::focus("main");
        }
    });
}

fn page_title(explorer: App, page: &Page) -> String {
    let bundle = explorer.bundle;
    let language = explorer.language();
    let words = text(language);
    match page {
        Page::Overview => String::new(),
        Page::Indicators(_) => words.indicators.into(),
        Page::Compare(_) => words.compare.into(),
        Page::Scorecard(_) => words.scorecard.into(),
        Page::About => words.about.into(),
        Page::Unknown(_) => words.not_found.into(),
        Page::Indicator { id, .. } => bundle
            .indicator_index(id)
            .map(|index| {
                super::components::indicator_name(&bundle.indicators[index], language).into()
            })
            .unwrap_or(words.not_found.into()),
        Page::City { id } => bundle
            .city_index(id)
            .map(|index| {
                language
                    .pick(&bundle.cities[index].zh, &bundle.cities[index].en)
                    .clone()
            })
            .unwrap_or(words.not_found.into()),
        Page::Plan { id, .. } => bundle
            .plan_index(id)
            .map(|index| bundle.plans[index].entry.title.clone())
            .unwrap_or(words.not_found.into()),
    }
}

fn page(key: Address) -> AnyView {
    let explorer = App::expect();
    let bundle = explorer.bundle;
    let html = match key.page {
        Page::Overview => return apart(|| view! { <pages::Overview /> }.into_any()),
        Page::Indicators(_) => return apart(|| view! { <pages::Indicators /> }.into_any()),
        Page::Compare(_) if key.embed => {
            return apart(|| view! { <pages::EmbedCompare /> }.into_any());
        }
        Page::Compare(_) => return apart(|| view! { <pages::Compare /> }.into_any()),
        Page::Scorecard(_) => return apart(|| view! { <pages::Scorecard /> }.into_any()),
        Page::About => return apart(|| view! { <pages::About /> }.into_any()),
        Page::Indicator { id, .. } => match bundle.indicator_index(&id) {
            Some(indicator) if key.embed => {
                return apart(|| view! { <pages::Embed indicator /> }.into_any());
            }
            Some(indicator) => {
                return apart(|| view! { <pages::Indicator indicator /> }.into_any());
            }
            None => pages::not_found(explorer.now(), &id),
        },
        Page::City { id } => match bundle.city_index(&id) {
            Some(city) => apart(|| pages::city(explorer.now(), city)),
            None => pages::not_found(explorer.now(), &id),
        },
        Page::Plan { id, .. } => match bundle.plan_index(&id) {
            Some(plan) => apart(|| pages::reader(explorer.now(), plan)),
            None => pages::not_found(explorer.now(), &id),
        },
        Page::Unknown(asked) => pages::not_found(explorer.now(), &asked),
    };
    view! { <div inner_html=html.into_string()></div> }.into_any()
}

/// Keeps a page's code in a function of its own: browsers compile a function when it is first called, and
/// would compile all pages for the one that is opened.
#[inline(never)]
fn apart<T>(page: impl FnOnce() -> T) -> T {
    page()
}

/// A link of the navigation.
struct Link {
    name: &'static str,
    page: Page,
    /// Whether a page belongs to the link.
    is_current: fn(&Page) -> bool,
}

fn links(explorer: App) -> Vec<Link> {
    let words = explorer.text();
    let bundle = explorer.bundle;
    let city = bundle
        .cities
        .first()
        .map_or(String::new(), |city| city.id.clone());
    let plan = bundle
        .plans
        .first()
        .map_or(String::new(), |plan| plan.entry.id.clone());
    let link = |name, page, is_current| Link {
        name,
        page,
        is_current,
    };
    vec![
        link(words.overview, Page::Overview, |page| {
            matches!(page, Page::Overview)
        }),
        link(
            words.indicators,
            Page::Indicators(Filter::default()),
            |page| matches!(page, Page::Indicators(_) | Page::Indicator { .. }),
        ),
        link(words.cities, Page::City { id: city }, |page| {
            matches!(page, Page::City { .. })
        }),
        link(
            words.compare,
            Page::Compare(CompareView::default()),
            |page| matches!(page, Page::Compare(_)),
        ),
        link(
            words.scorecard,
            Page::Scorecard(ScoreView::default()),
            |page| matches!(page, Page::Scorecard(_)),
        ),
        link(words.plans, Page::Plan { id: plan, at: None }, |page| {
            matches!(page, Page::Plan { .. })
        }),
        link(words.about, Page::About, |page| matches!(page, Page::About)),
    ]
}

#[component]
fn Header(
    /// The language of the page; the switch leads to the other one.
    language: Language,
) -> impl IntoView {
    let explorer = App::expect();
    let words = text(language);
    let other = language.pick(Language::English, Language::Chinese);
    let other_href = move || {
        explorer
            .location
            .with(|address| Address::new(address.page.clone(), other).href())
    };
    let toggle_theme = move |_| {
        explorer.dark.update(|dark| *dark = !*dark);
        browser::remember_theme(explorer.dark.get_untracked());
    };
    let theme_name = move || {
        if explorer.dark.get() {
            words.theme_light
        } else {
            words.theme_dark
        }
    };
    let skip = move |event: web_sys::MouseEvent| {
        // The hash is the address: a plain `#main` would leave the page.
        event.prevent_default();
        browser::show("main");
    };
    let links = links(explorer)
        .into_iter()
        .map(
            |Link {
                 name,
                 page,
                 is_current,
             }| {
                let current = move || {
                    explorer
                        .location
                        .with(|address| is_current(&address.page))
                        .then_some("page")
                };
                view! { <li><a href=explorer.href(page) aria-current=current>{name}</a></li> }
            },
        )
        .collect_view();
    view! {
        <header class="header">
            <a class="skip" href="#/" on:click=skip>{words.skip}</a>
            <div class="header__bar">
                <a class="header__logo" href=explorer.href(Page::Overview)>{words.name}</a>
                <nav class="header__pages" aria-label=words.pages><ul>{links}</ul></nav>
                <div class="header__tools">
                    <a href=other_href lang=other.tag() hreflang=other.tag()>{words.other_language}</a>
                    <button type="button" class="header__theme" on:click=toggle_theme aria-label=theme_name title=theme_name>
                        <span aria-hidden="true">"◐"</span>
                    </button>
                </div>
            </div>
        </header>
    }
}
