import { incidentSymbol } from '../map/pointlayer.js'
import { matcher, onlyCategory } from '../model/incidentfilter.js'
import { fill, h, refill, successorOf } from './dom.js'
import { createIncidentFilter } from './incidentfilter.js'
import { incidentHead } from './incidenthead.js'
import { problemBox } from './messages.js'

/**
 * Incidents as a list, of one piece with the points of the map: what is hovered, chosen or filtered here is so there.
 * @param {HTMLElement} host
 * @param {{t: Function, format: object, session: object, load: object, onOpen: (incident: object) => void,
 *   onHover: (id: string|null) => void, onFilter: (shows: (incident: object) => boolean, onlyCategory: string|null) => void,
 *   onPeriod: (period: object) => void, presets: () => object[]}} options load: page(filter, cursor), summary(filter),
 *   comparison(filter), categories()
 */
export function createIncidentList(host, { t, format, session, load, presets, onOpen, onHover, onFilter, onPeriod }) {
  let stale = true
  let running = 0
  let next = null
  let selectedId = null
  const drawn = rowsDrawn(item)
  /** What had the focus before the rows were drawn anew. */
  let lostFocus = null
  const filter = createIncidentFilter({
    t,
    format,
    session,
    loadCategories: load.categories,
    presets,
    onPeriod,
    onChange: (value) => (onFilter(matcher(value), onlyCategory(value)), show()),
  })
  const head = h('div', { class: 'incident-head', 'aria-live': 'polite' })
  const rows = h('ul', { testid: 'incident-rows' })
  const more = h('button', {
    type: 'button',
    class: 'button',
    testid: 'incidents-next',
    text: t('incidents.next'),
    hidden: true,
    on: { click: () => showNext() },
  })
  const list = h('div', { class: 'incident-list', testid: 'incident-list' })
  fill(host, filter.element, list)

  // The next page comes before its end is in sight.
  const watch = new IntersectionObserver(([entry]) => entry.isIntersecting && showNext(), {
    root: host,
    rootMargin: '200px',
  })
  watch.observe(more)

  /** @param {{quietly?: boolean}} [how] quietly: what is in sight stays until the answer is there */
  async function show({ quietly = false } = {}) {
    const run = ++running
    const focused = list.contains(document.activeElement) ? document.activeElement : lostFocus
    lostFocus = focused
    stale = false
    next = null
    more.hidden = true
    const inSight = quietly && list.contains(rows) ? rows.childElementCount : 0
    if (!inSight) fill(list, skeleton())
    try {
      const value = filter.value
      const [page, summary, comparison] = await Promise.all([
        pagesUpTo(inSight, value),
        load.summary(value),
        value.mine ? null : load.comparison(value),
      ])
      if (run !== running) return
      // It may have come into the list while the answer was on its way.
      if (list.contains(document.activeElement)) lostFocus = document.activeElement
      fill(head, incidentHead({ t, format }, summary, comparison))
      drawn.keepOnly(page.incidents)
      refill(rows, page.incidents.map(drawn.row))
      refill(list, [head, page.incidents.length ? rows : h('p', { class: 'empty', text: nothing(value) }), more])
      setNext(page.next)
      keepFocus()
    } catch (error) {
      if (run === running && error.name !== 'AbortError') fill(list, problemBox(error, t, show))
    }
  }

  /** As many pages as were in sight, so that nobody who read further down is taken back to the top. */
  async function pagesUpTo(rowCount, value) {
    const page = await load.page(value, null)
    while (page.next && page.incidents.length < rowCount) {
      const following = await load.page(value, page.next)
      page.incidents.push(...following.incidents)
      page.next = following.next
    }
    return page
  }

  /** A row that had the focus has it again; where it is gone, the list as a whole. */
  function keepFocus() {
    if (lostFocus && document.activeElement === document.body) (successorOf(lostFocus) ?? host).focus({ preventScroll: true })
    lostFocus = null
  }

  /** More of the same; what was chosen or scrolled to stays. */
  async function showNext() {
    const cursor = next
    if (!cursor) return
    const run = running
    next = null
    more.disabled = true
    try {
      const page = await load.page(filter.value, cursor)
      if (run !== running) return
      const hadFocus = document.activeElement === more
      const added = page.incidents.map(drawn.row)
      rows.append(...added)
      setNext(page.next)
      if (hadFocus) added[0]?.querySelector('button').focus()
    } catch (error) {
      if (run !== running) return
      next = cursor
      list.append(problemBox(error, t, show))
    }
    more.disabled = false
  }

  function setNext(cursor) {
    next = cursor
    more.hidden = !cursor
  }

  function nothing(value) {
    return t(value.mine ? 'incidents.noneMine' : 'incidents.none')
  }

  function item(incident) {
    const sign = h('span', { class: 'category-sign' })
    // Our own fixed drawing, no text of users.
    sign.innerHTML = incidentSymbol(incident.category, incident.majorCase, incident.state)
    const place = incident.residentialArea?.fullName ?? incident.commune?.fullName ?? t('where.nowhere')
    const hover = (id) => () => onHover(id)
    return h(
      'li',
      {},
      h(
        'button',
        {
          type: 'button',
          class: `incident-item${incident.withdrawn ? ' is-withdrawn' : ''}`,
          data: { incidentId: incident.id },
          'aria-current': incident.id === selectedId ? 'true' : false,
          on: {
            click: () => onOpen(incident),
            mouseenter: hover(incident.id),
            mouseleave: hover(null),
            focus: hover(incident.id),
            blur: hover(null),
          },
        },
        sign,
        h(
          'span',
          {},
          h('strong', { text: incident.categoryName ?? incident.category }),
          h('span', { text: place }),
          h('span', { class: 'muted', text: format.instant(incident.occurredAt) }),
        ),
        tags(incident),
      ),
    )
  }

  function tags(incident) {
    const unassigned = !incident.residentialArea && incident.placeAccuracy !== 'unknown'
    return h(
      'span',
      { class: 'tags' },
      incident.withdrawn && h('span', { class: 'tag', text: t('incident.withdrawnShort') }),
      incident.state === 'not_a_case' && h('span', { class: 'tag', text: t('state.not_a_case') }),
      incident.majorCase && h('span', { class: 'tag tag-strong', text: t('incident.major') }),
      incident.assignedByHand
        ? h('span', { class: 'tag', text: t('incident.assignedShort') })
        : incident.nearBorder
          ? h('span', { class: 'tag tag-warning', text: t('incidents.nearBorder') })
          : unassigned && h('span', { class: 'tag tag-warning', text: t('incidents.unassigned') }),
    )
  }

  return {
    /** The data changed: shown now when the list is in sight, else on the next look. */
    refresh() {
      stale = true
      if (!host.hidden) show({ quietly: true })
    },
    open: () => stale && show(),
    /** @param {{from: string, to: string}} period of the page */
    setPeriod: (period) => filter.setPeriod(period),
    /** The map moved: matters only where the list follows it. */
    moved() {
      if (filter.value.inView) this.refresh()
    },
    /** @returns {(incident: object) => boolean} whether the map shows it beside the list */
    shows: () => matcher(filter.value),
    /** @param {string|null} id */
    select(id) {
      selectedId = id
      for (const row of rows.querySelectorAll('[data-incident-id]')) {
        const current = row.dataset.incidentId === id
        if (current) row.setAttribute('aria-current', 'true')
        else row.removeAttribute('aria-current')
        if (current && !host.hidden) row.scrollIntoView({ block: 'nearest' })
      }
    },
    /** @param {string|null} id a point of the map under the pointer */
    hover(id) {
      for (const row of rows.querySelectorAll('[data-incident-id]'))
        row.classList.toggle('is-hovered', row.dataset.incidentId === id)
    },
  }
}

function skeleton() {
  return h(
    'div',
    { class: 'skeleton-lines', 'aria-hidden': 'true' },
    Array.from({ length: 6 }, () => h('span')),
  )
}

/**
 * The rows that were drawn: an incident that did not change keeps its row, with focus and selection.
 * @param {(incident: object) => HTMLElement} draw
 */
function rowsDrawn(draw) {
  const known = new Map()
  return {
    row(incident) {
      const facts = JSON.stringify(incident)
      const before = known.get(incident.id)
      if (before?.facts === facts) return before.element
      const element = draw(incident)
      known.set(incident.id, { facts, element })
      return element
    },
    keepOnly(incidents) {
      const staying = new Set(incidents.map((incident) => incident.id))
      for (const id of known.keys()) if (!staying.has(id)) known.delete(id)
    },
  }
}
