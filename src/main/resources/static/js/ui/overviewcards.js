import { mapAddress, signed } from '../model/overview.js'
import { writeYearQuestion } from '../model/safetyyears.js'
import { STATUS_FILLS, STATUS_ORDER } from '../model/palette.js'
import { h } from './dom.js'

/** Which collection of the map an area of this level belongs to. */
const COLLECTIONS = { 'residential-area': 'residential-areas', commune: 'communes' }
const collectionOf = (level) => COLLECTIONS[level.replace('_', '-')]

/**
 * The cards of a leader's first page.
 * @param {{t: Function, format: object}} context
 * @param {object} overview as the service answers
 * @returns {HTMLElement[]}
 */
export function overviewCards(context, overview) {
  return [
    headline(context, overview),
    h(
      'div',
      { class: 'overview-columns' },
      titlesCard(context, overview),
      lateCard(context, overview),
      trendsCard(context, overview),
      latestCard(context, overview),
    ),
    sources(context, overview),
  ]
}

function headline({ t, format }, { incidents, titles, late, trends }) {
  const { period, before, difference } = incidents
  const rising = trends[0]?.rising ?? 0
  return h(
    'ul',
    { class: 'figures', testid: 'overview-figures' },
    figure(
      t('overview.incidents'),
      format.count(period.count ?? period.recorded),
      period.count === null
        ? t('overview.notCovered')
        : difference === null
          ? t('overview.noComparison')
          : t('overview.against', { difference: signed(difference), before: format.count(before.count) }),
    ),
    titles.levels.map((level) =>
      figure(
        t(`overview.titles.${collectionOf(level.level)}`),
        `${format.count(level.recognised)}/${format.count(level.all)}`,
        t('overview.recognisedOf', { year: titles.year }),
      ),
    ),
    figure(t('overview.late'), format.count(late.count), t('overview.lateMeans')),
    trends.length > 0 && figure(t('overview.rising'), format.count(rising), t(`overview.rising.${collectionOf(trends[0].level)}`)),
  )
}

const figure = (name, value, note) =>
  h(
    'li',
    { class: 'figure' },
    h('span', { class: 'figure-name', text: name }),
    h('strong', { class: 'figure-value', text: value }),
    h('span', { class: 'figure-note', text: note }),
  )

const card = (testid, heading, ...content) =>
  h('section', { class: 'card', testid }, h('h2', { text: heading }), ...content)

function titlesCard({ t, format }, overview) {
  const { titles } = overview
  return card(
    'overview-titles',
    t('overview.titlesOf', { year: titles.year }),
    titles.levels.length === 0 && h('p', { class: 'muted', text: t('overview.noAreas') }),
    titles.levels.map((level) => [
      h('h3', { text: t(`level.${collectionOf(level.level)}`) }),
      h(
        'ul',
        { class: 'statuses' },
        STATUS_ORDER.filter((status) => level.byStatus[status]).map((status) =>
          h(
            'li',
            {},
            h('span', {
              class: 'status-sign',
              style: `background:${STATUS_FILLS[status].colour};color:${STATUS_FILLS[status].ink}`,
              'aria-hidden': 'true',
              text: STATUS_FILLS[status].symbol,
            }),
            h('span', { class: 'status-name', text: t(`status.${status}`) }),
            h('strong', { text: format.count(level.byStatus[status]) }),
          ),
        ),
      ),
      h('p', {
        class: 'muted small',
        text:
          t('overview.window', { period: format.period({ from: level.windowFrom, to: level.windowTo }) }) +
          (level.windowVerified ? '' : ` ${t('overview.unverified')}`),
      }),
    ]),
    h('a', {
      class: 'card-link no-print',
      href: mapAddress(overview, { theme: 'status' }),
      text: t('overview.statusOnMap'),
      testid: 'overview-status-map',
    }),
    titleLink(overview, '/safety', t('overview.yearTable'), 'overview-year-table'),
    titleLink(overview, '/safety/compare', t('overview.compare'), 'overview-compare'),
  )
}

function lateCard({ t, format }, overview) {
  const { late } = overview
  return card(
    'overview-late',
    t('overview.late'),
    late.count === 0 && h('p', { class: 'muted', text: t('overview.nothingLate') }),
    h(
      'ul',
      { class: 'rows' },
      late.areas.map((area) =>
        h(
          'li',
          {},
          areaLink(overview, area, { theme: 'status', level: collectionOf(area.level) }),
          h('span', {
            class: 'row-note',
            text:
              t(`overview.late.${area.step}`, { day: format.day(area.since) }) +
              (area.verified ? '' : ` ${t('overview.unverified')}`),
          }),
        ),
      ),
    ),
    rest(t, format, late.count - late.areas.length),
    late.count > 0 &&
      titleLink(overview, '/safety', t('overview.yearTable'), 'overview-late-table'),
  )
}

function trendsCard({ t, format }, overview) {
  return card(
    'overview-trends',
    t('overview.where'),
    h('p', {
      class: 'muted small',
      text: t('overview.whereAgainst', {
        period: format.period(overview.incidents.period),
        before: format.period(overview.incidents.before),
      }),
    }),
    overview.trends.map((trend) => trendOf({ t, format }, overview, trend)),
  )
}

function trendOf({ t, format }, overview, trend) {
  const collection = collectionOf(trend.level)
  return [
    h('h3', { text: t(`level.${collection}`) }),
    trend.most.length > 0 &&
      h(
        'table',
        { class: 'trend' },
        h('caption', { class: 'visually-hidden', text: t('overview.where') }),
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('th', { scope: 'col', text: t('overview.area') }),
            h('th', { scope: 'col', class: 'number', text: t('overview.now') }),
            h('th', { scope: 'col', class: 'number', text: t('overview.before') }),
            h('th', { scope: 'col', class: 'number', text: '±' }),
          ),
        ),
        h(
          'tbody',
          {},
          trend.most.map((change) =>
            h(
              'tr',
              {},
              h('th', { scope: 'row' }, areaLink(overview, change, { level: collection })),
              h('td', { class: 'number', text: format.count(change.count) }),
              h('td', { class: 'number', text: format.count(change.before) }),
              h('td', { class: 'number', text: signed(change.difference) }),
            ),
          ),
        ),
      ),
    h('p', {
      class: 'muted small',
      text: t('overview.trendSum', {
        rising: format.count(trend.rising),
        falling: format.count(trend.falling),
        same: format.count(trend.same),
      }),
    }),
    trend.notCovered > 0 &&
      h('p', { class: 'muted small', text: t('overview.trendNotCovered', { count: format.count(trend.notCovered) }) }),
  ]
}

function latestCard({ t, format }, overview) {
  return card(
    'overview-latest',
    t('overview.latest'),
    overview.latest.length === 0 && h('p', { class: 'muted', text: t('overview.noMarks') }),
    h(
      'ul',
      { class: 'rows' },
      overview.latest.map((mark) =>
        h(
          'li',
          {},
          h(
            'a',
            {
              href: mapAddress(overview, { selected: `incident:${mark.id}`, tab: 'incidents' }),
              testid: 'overview-mark',
            },
            mark.area?.fullName ?? t('overview.noArea'),
            mark.commune && mark.commune.id !== mark.area?.id && h('small', { text: mark.commune.fullName }),
          ),
          h('span', { class: 'row-note', text: `${mark.categoryName} · ${when(format, mark)}` }),
        ),
      ),
    ),
  )
}

const when = (format, { occurredAt, occurredUntil }) =>
  occurredUntil ? `${format.instant(occurredAt)} – ${format.instant(occurredUntil)}` : format.instant(occurredAt)

/** A page about the title with the same place and year. */
const titleLink = ({ within, titles }, path, text, testid) =>
  h('a', { class: 'card-link no-print', href: path + writeYearQuestion({ place: within?.id, year: titles.year }, ['place', 'year']), text, testid })

/** Names repeat from commune to commune, so the one above is said as well. */
const areaLink = (overview, area, more) =>
  h(
    'a',
    { href: mapAddress(overview, { ...more, selected: `area:${area.id}` }), testid: 'overview-area' },
    area.fullName,
    area.parentName && h('small', { text: area.parentName }),
  )

const rest = (t, format, count) =>
  count > 0 && h('p', { class: 'muted small', text: t('overview.more', { count: format.count(count) }) })

function sources({ t, format }, overview) {
  return h(
    'footer',
    { class: 'sources muted small' },
    h('p', {
      text: t('overview.source', { day: format.day(overview.boundaryDay), today: format.day(overview.today) }),
    }),
    overview.restrictedLeftOut && h('p', { text: t('overview.restricted') }),
  )
}
