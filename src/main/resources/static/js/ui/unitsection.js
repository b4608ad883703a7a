import { fill, h } from './dom.js'
import { facts } from './facts.js'
import { problemBox } from './messages.js'

/** What the unit is, since when, and where each fact comes from; loaded when the panel opens. */
export function unitSection({ t, format, session, loadUnit, onOpenArea }, row) {
  const host = h('section', { class: 'panel-section' })
  const load = async () => {
    fill(
      host,
      h('h3', { text: t('panel.unit') }),
      h('div', { class: 'skeleton-lines', 'aria-hidden': 'true' }, h('span'), h('span'), h('span')),
    )
    try {
      fill(host, h('h3', { text: t('panel.unit') }), unitFacts(await loadUnit(row.id)))
    } catch (error) {
      fill(host, h('h3', { text: t('panel.unit') }), problemBox(error, t, load))
    }
  }
  load()
  return host

  function unitFacts(unit) {
    const { measured, official, officialSource } = unit.areaSqKm ?? {}
    const validity =
      unit.validFrom || unit.validTo
        ? t('panel.validRange', {
            from: unit.validFrom ? format.day(unit.validFrom) : t('panel.openStart'),
            to: unit.validTo ? t('panel.before', { day: format.day(unit.validTo) }) : t('panel.openEnd'),
          })
        : t('panel.validAlways')
    return [
      facts([
        [t('panel.kind'), unit.kindLabel],
        [t('panel.code'), unit.code],
        [t('panel.parent'), unit.parent?.fullName],
        [
          t('panel.validity'),
          h('span', {}, validity, unit.validitySource && h('small', { text: unit.validitySource })),
        ],
        [
          t('panel.areaOfficial'),
          official
            ? h('span', {}, `${format.number(official)} km²`, officialSource && h('small', { text: officialSource }))
            : null,
        ],
        [t('panel.areaMeasured'), measured ? `${format.number(measured)} km²` : null],
        [
          t('panel.households'),
          unit.households
            ? h(
                'span',
                {},
                format.count(unit.households),
                unit.householdsSource && h('small', { text: unit.householdsSource }),
              )
            : null,
        ],
        [t('panel.population'), population(unit.population)],
        [t('panel.predecessors'), links(unit.predecessors)],
        [t('panel.successors'), links(unit.successors)],
      ]),
      session?.rights.changeBoundaries &&
        !unit.validTo &&
        ['commune', 'residential-area'].includes(unit.level) &&
        h('a', {
          class: 'button',
          testid: 'unit-change',
          href: `/boundaries?${new URLSearchParams({ level: unit.level, unit: unit.id, ...(unit.level === 'commune' ? {} : { commune: unit.parent?.id ?? '' }) })}`,
          text: t('panel.change'),
        }),
    ]
  }

  function population(series) {
    if (!series?.length) return null
    return h(
      'ul',
      { class: 'plain-list' },
      series.map((entry) =>
        h(
          'li',
          {},
          `${format.count(entry.count)} (${entry.year})`,
          h('small', {
            text: [entry.source, entry.synthetic && t('panel.syntheticShort')].filter(Boolean).join(' · '),
          }),
        ),
      ),
    )
  }

  function links(units) {
    if (!units?.length) return null
    return h(
      'ul',
      { class: 'plain-list' },
      units.map((unit) =>
        h(
          'li',
          {},
          h('button', {
            type: 'button',
            class: 'link-button',
            text: unit.fullName,
            on: { click: () => onOpenArea(unit) },
          }),
          h('small', {
            text: [t(`change.${unit.change}`), unit.validFrom && format.day(unit.validFrom)]
              .filter(Boolean)
              .join(' · '),
          }),
        ),
      ),
    )
  }
}
