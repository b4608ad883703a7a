package vn.anttmap.exchange;

import java.io.IOException;

/** Opens the writer of the file that was asked for, once a layer knows what it looks like. */
@FunctionalInterface
interface LayerOpener {

    FeatureWriter open(LayerDesign design) throws IOException;
}
