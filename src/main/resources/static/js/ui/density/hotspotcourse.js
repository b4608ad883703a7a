import { loadHotSpotSeries } from '../../api/density.js'
import { field, fill, h } from '../dom.js'
import { problemBox } from '../messages.js'

/** The longest first: it has most cases in each. */
const WINDOWS = ['year', 'half-year', 'quarter']
const TRENDS = ['new', 'persistent', 'sporadic', 'fading']

/**
 * New, persistent and fading hot spots; each window is judged in full, so it is asked for only where somebody opens it.
 * @param {object} page @param {object} filter what is asked of hot spots, but the windows
 */
export function hotSpotCourse({ t, format }, filter) {
  const host = h('div', { 'aria-live': 'polite' })
  const step = h('select', { class: 'select', testid: 'course-step', on: { change: load } }, WINDOWS.map((value) => h('option', { value, text: t(`density.window.${value}`) })))
  const element = h(
    'details',
    { class: 'density-method', testid: 'density-course', on: { toggle: () => element.open && !host.hasChildNodes() && load() } },
    h('summary', { text: t('density.course') }),
    field(t('density.windowStep'), step),
    host,
  )
  let asked = 0

  async function load() {
    const mine = ++asked
    fill(host, h('p', { class: 'muted', text: t('density.courseLoading') }))
    try {
      const series = await loadHotSpotSeries({ ...filter, step: step.value })
      if (mine === asked) fill(host, courseResult({ t, format }, series))
    } catch (error) {
      if (mine === asked) fill(host, problemBox(error, t, load))
    }
  }

  return element
}

function courseResult({ t, format }, { windows, trends, areas, used }) {
  const named = TRENDS.filter((trend) => trends[trend] > 0)
  return [
    h('p', { testid: 'course-lead', text: t('density.courseLead', { used: format.count(used), all: format.count(windows.length) }) }),
    named.length === 0 && h('p', { class: 'empty', text: t('density.courseNone') }),
    named.map((trend) =>
      h(
        'section',
        { testid: `course-${trend}` },
        h('h3', { text: `${t(`density.trend.${trend}`)} (${format.count(trends[trend])})` }),
        h('p', { class: 'muted small', text: t(`density.trendMeans.${trend}`) }),
        h('ul', { class: 'rows' }, areas.filter((area) => area.trend === trend).slice(0, 20).map((area) => h('li', { text: [area.fullName ?? t('density.cell', { id: area.id }), area.parentName].filter(Boolean).join(', ') }))),
      ),
    ),
    h(
      'ol',
      { class: 'window-list small' },
      windows.map(({ from, to, hot, reason }) => h('li', {}, `${format.period({ from, to })}: ${reason ?? t('density.windowHot', { count: format.count(hot) })}`)),
    ),
  ]
}
