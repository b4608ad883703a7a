package vn.anttmap.web;

import vn.anttmap.testing.ServiceProcess;

/**
 * Browser tests of what stays once it is written: kinds, categories, entries of registers. They share a service apart from
 * the others, so each names what it makes in its own way and counts nothing that another of them could add to.
 */
abstract class LastingTest extends MapTest {

    @Override
    final ServiceProcess service() {
        return DemoService.forWhatStays();
    }
}
