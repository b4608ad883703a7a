# Reference figures of local statistics, made with R's spdep (1.2-7, Debian 12: apt install r-cran-spdep).
#
#   Rscript src/test/resources/density/hotspots/reference.R src/test/resources/density/hotspots
#
# One CSV for each data set, a row for each area: its outline or point in a metric plane, the value, its neighbours
# (numbers from 0), and what spdep says. NaN: spdep has no figure. Settings that matter: localmoran() is called with its
# default of version 1.2 and later, conditional = TRUE; the weights are binary, the z of row-standardised ones are in
# the last columns (they do not differ, since the statistics of one area do not depend on the scale of its weights).
suppressPackageStartupMessages({ library(sf); library(spdep) })
set.ZeroPolicyOption(TRUE)
folder <- commandArgs(trailingOnly = TRUE)[1]
simulations <- 99999

ring <- function(xs, ys) paste0("POLYGON ((", paste(sprintf("%.3f %.3f", xs, ys), collapse = ", "), "))")
square <- function(column, row, side) {
  ring(side * (column + c(0, 1, 1, 0, 0)), side * (row + c(0, 0, 1, 1, 0)))
}
hexagon <- function(column, row, edge) {
  x <- edge * sqrt(3) * (column + (row %% 2) / 2)
  y <- edge * 1.5 * row
  angle <- pi / 180 * (30 + 60 * (0:6))
  ring(x + edge * cos(angle), y + edge * sin(angle))
}
touching <- function(wkt, queen) poly2nb(st_sf(geometry = st_as_sfc(wkt)), queen = queen, snap = 0.01)

write <- function(name, outline, x, y, value, nb, exact) {
  bare <- function(v) as.vector(unclass(v))
  binary <- nb2listw(nb, style = "B", zero.policy = TRUE)
  rows <- nb2listw(nb, style = "W", zero.policy = TRUE)
  self <- nb2listw(include.self(nb), style = "B", zero.policy = TRUE)
  moran <- localmoran(value, binary, zero.policy = TRUE, conditional = TRUE)
  gi <- localG(value, binary, zero.policy = TRUE)
  p <- 2 * pnorm(abs(bare(gi)), lower.tail = FALSE)
  # Sums of whole numbers are the same in any order, so that ties are ties. Of other numbers there are no ties at all.
  simulated <- attr(localG_perm(value, binary, nsim = simulations, zero.policy = TRUE, iseed = 1L), "internals")
  number <- function(v) sprintf("%.17g", v)
  table <- data.frame(
    outline = outline, x = number(x), y = number(y), value = number(value),
    neighbours = sapply(nb, function(of) paste(sort(of[of > 0]) - 1, collapse = " ")),
    gi = number(bare(gi)),
    gi_star = number(bare(localG(value, self, zero.policy = TRUE))),
    moran = number(moran[, "Ii"]),
    moran_z = number(moran[, "Z.Ii"]),
    quadrant = as.character(attr(moran, "quadr")$pysal),
    gi_p = number(p),
    gi_p_fdr = number(p.adjust(p, method = "BH")),
    gi_folded = number(simulated[, "Pr(folded) Sim"]),
    gi_rows = number(bare(localG(value, rows, zero.policy = TRUE))),
    moran_z_rows = number(localmoran(value, rows, zero.policy = TRUE, conditional = TRUE)[, "Z.Ii"]))
  write.csv(table, file.path(folder, paste0(name, ".csv")), row.names = FALSE, quote = c(1, 5, 10))
}

set.seed(20190815)

# 1. Hexagons with counts, a raised corner, many ties: queen.
at <- expand.grid(column = 0:11, row = 0:9)
outline <- mapply(hexagon, at$column, at$row, 100)
value <- rpois(nrow(at), ifelse(at$column < 3 & at$row < 3, 6, 2))
write("hexagons-queen", outline, rep(NA, nrow(at)), rep(NA, nrow(at)), value, touching(outline, TRUE))

# 2. Squares with gaps and islands: rook.
at <- expand.grid(column = 0:9, row = 0:9)
at <- at[sort(sample(nrow(at), 78)), ]
at <- rbind(at, data.frame(column = c(20, 25, 30), row = c(3, 7, 1)))
outline <- mapply(square, at$column, at$row, 50)
value <- rpois(nrow(at), 3)
write("squares-rook-islands", outline, rep(NA, nrow(at)), rep(NA, nrow(at)), value, touching(outline, FALSE))

# 3. Points within a distance, some with no other: any real number, negative ones too.
x <- round(runif(90, 0, 1000), 3)
y <- round(runif(90, 0, 1000), 3)
value <- round(rnorm(90, 1, 2) + x / 400, 6)
write("distance-islands", rep("", 90), x, y, value, dnearneigh(cbind(x, y), 0, 95))

# 4. The six nearest, which is not symmetric: a few large values.
x <- round(runif(80, 0, 1000), 3)
y <- round(runif(80, 0, 1000), 3)
value <- round(rlnorm(80, 0, 1.2), 6)
write("nearest", rep("", 80), x, y, value, knn2nb(knearneigh(cbind(x, y), k = 6)))

# 5. Nearly nothing but ties: queen on squares.
at <- expand.grid(column = 0:10, row = 0:10)
outline <- mapply(square, at$column, at$row, 50)
value <- rep(0, nrow(at))
value[sample(nrow(at), 10)] <- 1
value[c(1, 2)] <- 2
write("ties", outline, rep(NA, nrow(at)), rep(NA, nrow(at)), value, touching(outline, TRUE))

# 6. One area differs from all others, which have no variance among them: rook.
at <- expand.grid(column = 0:6, row = 0:6)
outline <- mapply(square, at$column, at$row, 50)
value <- rep(3, nrow(at))
value[25] <- 9
write("no-variance", outline, rep(NA, nrow(at)), rep(NA, nrow(at)), value, touching(outline, FALSE))
