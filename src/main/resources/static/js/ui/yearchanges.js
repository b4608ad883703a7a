import { CHANGES, statusOnMap } from '../model/safetyyears.js'
import { STATUS_FILLS, STATUS_ORDER } from '../model/palette.js'
import { h } from './dom.js'
import { swatch } from './legend.js'

/** What changed from one year to another, as figures. */
export function changeFigures({ t, format, before, year }, changes, all) {
  const open = changes.other.filter((area) => area.open).length
  const figure = (key, count) =>
    h(
      'li',
      { class: 'figure', testid: `compare-${key}` },
      h('span', { class: 'figure-name', text: t(`compare.${key}`) }),
      h('strong', { class: 'figure-value', text: `${format.count(count)}/${format.count(all)}` }),
      h('span', { class: 'figure-note', text: t(`compare.${key}Means`, { before, year }) }),
    )
  return h(
    'ul',
    { class: 'figures', testid: 'compare-figures' },
    figure('gained', changes.gained.length),
    figure('lost', changes.lost.length),
    figure('kept', changes.kept.length),
    open > 0 && figure('open', open),
  )
}

/** One legend for both maps, with the number of areas in each year. @param {object[][]} rows of the earlier and of the later year */
export function statusLegend({ t, format, before, year }, [earlier, later]) {
  const rowsOf = { [before]: earlier, [year]: later }
  const count = (status, of) => rowsOf[of].filter((row) => (row.statuses[of] ?? 'not_registered') === status).length
  const used = STATUS_ORDER.filter((status) => count(status, before) + count(status, year) > 0)
  return h(
    'ul',
    { class: 'twin-legend', testid: 'compare-legend' },
    used.map((status) =>
      h(
        'li',
        {},
        swatch(STATUS_FILLS[status]),
        h('span', { text: t(`status.${status}`) }),
        h('span', { class: 'muted', text: `${before}: ${format.count(count(status, before))} · ${year}: ${format.count(count(status, year))}` }),
      ),
    ),
  )
}

/** The areas behind the figures; what was lost is read first. */
export function changeLists(context, changes) {
  const { t, format } = context
  return h(
    'div',
    { class: 'overview-columns change-lists' },
    CHANGES.map((change) =>
      h(
        'section',
        { class: 'card', testid: `changes-${change}` },
        h('h2', { text: `${t(`compare.${change}`)} (${format.count(changes[change].length)})` }),
        changes[change].length === 0
          ? h('p', { class: 'muted', text: t('compare.none') })
          : change === 'kept' || change === 'other'
            ? fold(context, changes[change])
            : list(context, changes[change]),
      ),
    ),
  )
}

const fold = (context, areas) =>
  h('details', {}, h('summary', { text: context.t('compare.list') }), list(context, areas))

function list({ t, before, year, question }, areas) {
  const status = (area, of) => {
    if (area.statuses[of]) return t(`status.${area.statuses[of]}`)
    const from = area.earlier?.[of]?.map(({ fullName, status: then }) => t('compare.earlierArea', { name: fullName, status: t(`status.${then}`) }))
    return from ? t('compare.earlier', { areas: from.join(', ') }) : t('compare.noRecord')
  }
  return h(
    'ul',
    { class: 'rows' },
    areas.map((area) =>
      h(
        'li',
        {},
        h('a', { href: statusOnMap({ ...question, year }, area), testid: 'compare-area' }, area.fullName, area.parentName && h('small', { text: area.parentName })),
        h('span', {
          class: 'row-note',
          text: t('compare.change', { before, then: status(area, before), year, now: status(area, year) }) + (area.open ? ` · ${t('compare.open')}` : ''),
        }),
      ),
    ),
  )
}
