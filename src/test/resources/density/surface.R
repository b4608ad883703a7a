# Reference figures of the density surface, from spatstat. Debian: apt-get install r-base-core r-cran-spatstat
# Run in this folder: Rscript surface.R
# density.ppp puts each point into the middle of its pixel, takes as window the pixels whose middle lies in it, and
# convolves both with the kernel by FFT; the service does the first two alike and adds up without FFT.
suppressPackageStartupMessages(library(spatstat))
set.seed(20260801)

# An uneven ground with a hole, metres; its box is 1000 x 800, so pixels of 25 m are 40 x 32.
outer <- data.frame(x = c(0, 420, 1000, 900, 1000, 560, 300, 90), y = c(130, 0, 60, 380, 730, 800, 690, 740))
hole <- data.frame(x = c(480, 520, 640, 610), y = c(300, 420, 450, 310))
window <- owin(poly = list(outer, hole))
stopifnot(isTRUE(all.equal(c(window$xrange, window$yrange), c(0, 1000, 0, 800))))

# Two clusters on an even background.
points <- superimpose(
  runifpoint(90, win = window),
  rThomas(30 / 8e5 * 8, 60, 4, win = window),
  W = window)
points <- points[!duplicated(points)]

write.csv(rbind(cbind(ring = 0, outer), cbind(ring = 1, hole)), "surface-window.csv", row.names = FALSE, quote = FALSE)
write.csv(data.frame(x = sprintf("%.6f", points$x), y = sprintf("%.6f", points$y)), "surface-points.csv",
          row.names = FALSE, quote = FALSE)
# As a reader of the file has them.
read <- read.csv("surface-points.csv")
points <- ppp(read$x, read$y, window = window)

for (kernel in c("quartic", "gaussian")) for (sigma in c(60, 150)) for (correction in c("uniform", "diggle")) {
  d <- density(points, sigma = sigma, kernel = kernel, edge = TRUE, diggle = correction == "diggle", dimyx = c(32, 40))
  # From row 0 in the south, per square metre.
  write.table(format(d$v, digits = 15), sprintf("surface-%s-%d-%s.csv", kernel, sigma, correction),
              sep = ",", row.names = FALSE, col.names = FALSE, quote = FALSE)
}
write.csv(data.frame(n = npoints(points), scott = format(bw.scott(points, isotropic = TRUE), digits = 15)),
          "surface-bandwidth.csv", row.names = FALSE, quote = FALSE)
