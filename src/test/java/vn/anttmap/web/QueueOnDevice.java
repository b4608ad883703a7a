package vn.anttmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A queue with one of each: what only some trouble with network, service and colleagues brings about otherwise. */
final class QueueOnDevice {

    private QueueOnDevice() {}

    /** Writes it as the officer's, into a page without a network: nothing of it is ever sent. */
    static void fill(MapPage map) {
        map.page().evaluate("""
                async () => {
                  const { createQueueStore } = await import('/js/field/store.js')
                  const seen = { longitude: 105.6475, latitude: 19.9755, placeAccuracy: 'exact', handlingLevel: 'commune',
                    state: 'received', category: 'TTXH', occurredAt: '2019-08-10T07:30:00Z' }
                  const item = (number, more) => ({
                    seq: number, key: `key-${number}`, account: 'officer', incidentId: `00000000-0000-4000-8000-00000000000${number}`,
                    body: seen, etag: '"0"', after: null, timeIsDefault: false, assumedOffset: 0, createdAt: 0,
                    names: { categoryName: 'Trật tự xã hội', areaName: 'Khu phố 1', communeName: 'Thị trấn Quán Lào' },
                    state: 'waiting', attempted: false, failures: 0, notBefore: Date.now() + 3_600_000,
                    problem: null, theirs: null, theirsEtag: null, replaced: null, ...more,
                  })
                  await createQueueStore('officer').apply(() => [
                    item(1, {}),
                    item(2, { state: 'refused', problem: { detail: 'Vị trí nằm ngoài địa bàn của bạn.' } }),
                    item(3, { state: 'conflict', theirsEtag: '"1"', theirs: { ...seen, id: item(3).incidentId, version: 1,
                      category: 'MATUY', categoryName: 'Ma túy' } }),
                    item(4, { withdraws: true, reason: 'ghi trùng' }),
                  ])
                }
                """);
        assertThat(map.find("queue-count")).hasText("4");
    }
}
