import { h } from '../dom.js'
import { barChart } from './barchart.js'

const MOST_CHARTS = 24

/** A chart for each area, all with one scale; the areas with most cases first. */
export function areaCharts(page, series, labels) {
  const { t, format } = page
  const sum = (area) => area.counts.reduce((all, count) => all + (count ?? 0), 0)
  const covered = series.areas.filter((area) => area.counts.some((count) => count !== null)).sort((a, b) => sum(b) - sum(a))
  if (!covered.length) return null
  const highest = Math.max(1, ...covered.flatMap((area) => area.counts.map((count) => count ?? 0)))
  const shown = covered.slice(0, MOST_CHARTS)
  return [
    h('h2', { class: 'section-title', text: t('density.chartsHeading') }),
    h('p', { class: 'muted small', text: t('density.oneScale', { highest: format.count(highest) }) }),
    h(
      'ul',
      { class: 'small-multiples', testid: 'small-multiples' },
      shown.map((area) =>
        h(
          'li',
          {},
          h('h3', { text: area.fullName }),
          barChart({
            label: t('density.chartOf', { name: area.fullName }),
            bars: area.counts.map((count, index) => ({
              value: count,
              text: `${labels[index]}: ${count === null ? t('legend.noData') : t('density.cases', { count: format.count(count) })}`,
            })),
            highest,
          }),
          h('p', { class: 'muted small', text: t('density.cases', { count: format.count(sum(area)) }) }),
        ),
      ),
    ),
    covered.length > shown.length && h('p', { class: 'muted small', text: t('density.firstCharts', { shown: format.count(shown.length), all: format.count(covered.length) }) }),
  ]
}

/** By month of the year, weekday and hour. */
export function profileCharts({ t, format }, profile) {
  if (!profile.covered) return h('p', { class: 'notice notice-warning', text: t('density.noProfile') })
  const chart = (name, slots, text) => {
    const highest = Math.max(1, ...slots.map(({ count }) => count ?? 0))
    return h(
      'figure',
      { class: 'profile', testid: `profile-${name}` },
      h('figcaption', { text: t(`density.profile.${name}`) }),
      barChart({
        label: t(`density.profile.${name}`),
        bars: slots.map(({ number, count }) => ({ value: count, name: text(number), text: `${text(number)}: ${count === null ? '–' : t('density.cases', { count: format.count(count) })}` })),
        highest,
        named: true,
      }),
    )
  }
  return [
    h('h2', { class: 'section-title', text: t('density.profileHeading') }),
    h(
      'div',
      { class: 'profiles' },
      chart('months', profile.months, (number) => String(number)),
      chart('weekdays', profile.weekdays, (number) => t(`density.weekday.${number}`)),
      chart('hours', profile.hours, (number) => String(number)),
    ),
    profile.hourUnknown > 0 && h('p', { class: 'muted small', text: t('density.hourUnknown', { count: format.count(profile.hourUnknown) }) }),
  ]
}
