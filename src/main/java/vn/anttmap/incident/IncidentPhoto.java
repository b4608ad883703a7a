package vn.anttmap.incident;

import java.util.UUID;

/** A photo of an incident without its picture; sizes in pixels. */
public record IncidentPhoto(UUID id, int width, int height) {}
