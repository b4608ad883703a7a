package vn.anttmap.web;

import vn.anttmap.testing.OnH2gis;

@OnH2gis
class ProviderSignInTests extends ProviderSignInContract {}
