# Reference figures for the tests of vn.anttmap.density.rates: Rscript reference.R, with R's stats and spdep (here 1.2-7).
suppressMessages(library(spdep))
options(digits = 17)

counts <- c(0, 1, 2, 3, 4, 5, 12, 45, 100, 1000, 20000)
intervals <- t(sapply(counts, function(n) poisson.test(n)$conf.int))
write.csv(data.frame(count = counts, lower = intervals[, 1], upper = intervals[, 2]), "intervals.csv", row.names = FALSE)

splits <- data.frame(
  later = c(12, 5, 0, 3, 30, 8, 1, 0, 250, 45, 7, 20),
  laterDays = c(365, 365, 365, 90, 365, 31, 30, 365, 365, 592, 181, 90),
  earlier = c(5, 12, 3, 0, 31, 2, 9, 1, 200, 20, 7, 10),
  earlierDays = c(365, 365, 365, 90, 366, 31, 300, 365, 365, 365, 184, 365))
splits$ratio <- (splits$later / splits$laterDays) / (splits$earlier / splits$earlierDays)
splits$p <- mapply(function(a, b, c, d) poisson.test(c(a, c), c(b, d))$p.value,
                   splits$later, splits$laterDays, splits$earlier, splits$earlierDays)
write.csv(splits, "splits.csv", row.names = FALSE)

set.seed(7)
areas <- rbind(
  data.frame(set = "mixed", count = c(0, 1, 2, 12, 45, 7, 0, 30), exposure = c(0.2, 1.1, 3, 2.4, 1.47, 5.5, 0.05, 9)),
  data.frame(set = "alike", count = c(2, 4, 6, 8), exposure = c(1, 2, 3, 4)),
  data.frame(set = "many", count = rpois(40, rexp(40) * 8), exposure = runif(40, 0.5, 4)))
areas$smoothed <- unlist(lapply(split(areas, factor(areas$set, unique(areas$set))),
                                function(part) EBest(part$count, part$exposure)$estmm))
write.csv(areas, "empirical-bayes.csv", row.names = FALSE)
