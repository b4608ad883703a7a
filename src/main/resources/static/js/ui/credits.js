import { h } from './dom.js'

/** Who made the data; names and licences as their owners ask for them. */
const SOURCES = [
  { textKey: 'credits.boundaries', credit: '© 2021 Thang Le Quoc, MIT' },
  { textKey: 'credits.census', credit: '© 2017 Marc Choisy, MIT' },
  { textKey: 'credits.crosswalk', credit: '© 2025 dvhcvn, MIT' },
  { textKey: 'credits.villages', credit: 'GeoNames, CC BY 4.0; Who’s On First' },
  { textKey: 'credits.library', credit: 'Leaflet © Volodymyr Agafonkin, BSD-2-Clause' },
]

/** @param {(key: string) => string} t @returns {HTMLElement} one line, with the details folded */
export function creditsElement(t) {
  const element = h(
    'details',
    { class: 'credits', testid: 'credits' },
    h(
      'summary',
      {},
      h('span', { class: 'credits-title', text: t('credits.title') }),
      h('span', {
        class: 'credits-short',
        text: 'GeoNames CC BY 4.0 · © 2021 Thang Le Quoc MIT · © 2017 Marc Choisy MIT',
      }),
    ),
    h(
      'ul',
      {},
      SOURCES.map(({ textKey, credit }) => h('li', {}, h('strong', { text: credit }), ` – ${t(textKey)}`)),
      h('li', { class: 'credits-synthetic', text: t('credits.synthetic') }),
      h('li', { text: t('credits.noLegal') }),
    ),
  )
  return element
}
