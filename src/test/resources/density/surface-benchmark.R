# Times spatstat's density.ppp for SurfaceBenchmark: kernel, bandwidth, correction, rounds. Prints milliseconds, one a line.
suppressPackageStartupMessages(library(spatstat))
arguments <- commandArgs(trailingOnly = TRUE)
window <- read.csv("window.csv")
places <- read.csv("points.csv")
points <- ppp(places$x, places$y, window = owin(poly = window), check = FALSE)
estimate <- function() {
  density(points, sigma = as.numeric(arguments[2]), kernel = arguments[1], edge = TRUE,
          diggle = arguments[3] == "diggle", dimyx = c(200, 200))
}
for (i in 1:5) result <- estimate()
for (i in seq_len(as.integer(arguments[4]))) {
  begin <- Sys.time()
  result <- estimate()
  cat(sprintf("%.3f\n", as.numeric(Sys.time() - begin, units = "secs") * 1000))
}
writeLines(format(as.vector(t(result$v)), digits = 15, trim = TRUE), "result.txt")
