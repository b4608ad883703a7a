# Reference figures of the class limits, from classInt. Debian: apt-get install r-base-core r-cran-classint
# Run in this folder: Rscript classes.R
suppressPackageStartupMessages(library(classInt))
set.seed(20260802)
sets <- list(
  counts = rpois(120, 4),
  skewed = round(rlnorm(150, 1, 1.1), 3),
  clusters = round(c(rnorm(30, 5, 0.4), rnorm(25, 12, 0.8), rnorm(20, 30, 2), 80, 82, 85), 3))
rows <- do.call(rbind, lapply(names(sets), function(name) data.frame(set = name, value = sets[[name]])))
write.csv(rows, "classes-values.csv", row.names = FALSE, quote = FALSE)
limits <- data.frame()
for (name in names(sets)) for (k in 3:6) for (style in c("jenks", "quantile", "equal")) {
  # Zero is no class of the map.
  x <- sets[[name]][sets[[name]] > 0]
  b <- suppressWarnings(classIntervals(x, n = k, style = style)$brks)
  limits <- rbind(limits, data.frame(set = name, k = k, style = style,
                                     limits = paste(format(b[-1], digits = 15, trim = TRUE), collapse = " ")))
}
write.csv(limits, "classes-limits.csv", row.names = FALSE, quote = FALSE)
