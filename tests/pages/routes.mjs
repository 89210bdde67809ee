// The addresses the page tests go through. A new page is added here, and every check covers it.

export const ROUTES = [
  { name: 'overview', hash: '#/' },
  { name: 'indicators', hash: '#/indicators' },
  { name: 'indicator', hash: '#/indicator/urbanisation-rate' },
  { name: 'city', hash: '#/city/wenzhou' },
  { name: 'compare', hash: '#/compare' },
  { name: 'scorecard', hash: '#/scorecard' },
  { name: 'plan', hash: '#/plan/wenzhou-14fyp' },
  { name: 'about', hash: '#/about' },
];

/** A chart alone, for other sites. */
export const EMBED = { name: 'embed', hash: '#/embed/indicator/urbanisation-rate' };

/** The page whose chart must be there, in dist/ and in lantu.html. */
export const CHART = '#/indicator/urbanisation-rate';

/** Addresses no link leads to: broken, mistyped, or made up. */
export const STRANGE = [
  '#/nonsense',
  '#nonsense',
  '#//',
  '#/indicator',
  '#/indicator/',
  '#/indicator/no-such-thing',
  '#/indicator/%FF%00',
  '#/indicator/%E6%B8',
  '#/indicator/../../x',
  '#/indicator/<img src=x onerror=alert(1)>',
  '#/city/atlantis',
  '#/city/温州',
  '#/plan/no-such-plan',
  '#/plan/wenzhou-14fyp/extra/extra',
  '#/compare?cities=💥&year=99999999999',
  '#/compare?cities=wenzhou,wenzhou,wenzhou&year=-1',
  '#/compare?=&&&==%&cities',
  '#/indicators?theme=%F0%9F&sort=💥',
  `#/${'long'.repeat(5_000)}`,
];

/** The same address in a language; Chinese is the explorer's own. */
export function inLanguage(hash, language) {
  if (language === 'zh') return hash;
  return `${hash || '#/'}${hash.includes('?') ? '&' : '?'}lang=${language}`;
}
