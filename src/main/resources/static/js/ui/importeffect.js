import { h } from './dom.js'

const WORDS = {
  area: { name: 'territory.effectArea', none: 'territory.noArea', hint: 'territory.effectHint' },
  commune: { name: 'territory.effectCommune', none: 'territory.noCommune', hint: 'territory.effectHint' },
  road: { name: 'territory.effectRoad', none: 'territory.noRoad', hint: 'territory.roadsEffect' },
}

/**
 * What a file would do to the numbers of incidents: which move where, and what each area then comes to.
 * @param {{t: Function, format: object, look: {movingIncidents: number, effect: {areas: object[], moves: object[]}}, layer?: 'area'|'commune'|'road'}} context
 */
export function importEffect({ t, format, look, layer = 'area' }) {
  const { areas, moves } = look.effect
  const none = () => h('span', { class: 'muted', text: t(WORDS[layer].none) })
  const count = (value) => (value === null ? '–' : format.count(value))
  return h(
    'div',
    { testid: 'import-effect' },
    h('p', { testid: 'import-moving', text: t('territory.moving', { count: format.count(look.movingIncidents) }) }),
    areas.length + moves.length > 0 &&
      h(
        'details',
        { class: 'fold', open: moves.length <= 12 },
        h('summary', { text: t('territory.effect') }),
        h('p', { class: 'hint', text: t(WORDS[layer].hint) }),
        moves.length > 0 &&
          h(
            'ul',
            { class: 'import-moves', testid: 'import-moves' },
            moves.map((move) =>
              h('li', {}, h('strong', { text: t('territory.cases', { count: format.count(move.count) }) }), ': ', move.from ?? none(), ' → ', move.to ?? none()),
            ),
          ),
        areas.length > 0 && table(areas),
      ),
  )

  function table(rows) {
    return h(
      'div',
      { class: 'import-table-box', tabindex: '0', role: 'region', 'aria-label': t('territory.effect') },
      h(
        'table',
        { class: 'data-table import-table import-effect', testid: 'import-effect-rows' },
        h('caption', { class: 'visually-hidden', text: t('territory.effect') }),
        h('thead', {}, h('tr', {}, [WORDS[layer].name, 'territory.effectNow', 'territory.effectThen'].map((key) => h('th', { scope: 'col', text: t(key) })))),
        h(
          'tbody',
          {},
          rows.map(({ name, before, after }) =>
            h('tr', {}, h('th', { scope: 'row', text: name }), h('td', { class: 'number', text: count(before) }), h('td', { class: 'number', text: count(after) })),
          ),
        ),
      ),
    )
  }
}
