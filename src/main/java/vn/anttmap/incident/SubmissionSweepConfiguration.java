package vn.anttmap.incident;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Old keys of saves are forgotten once a day. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SubmissionSweepConfiguration {}
