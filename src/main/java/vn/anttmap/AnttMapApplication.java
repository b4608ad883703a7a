package vn.anttmap;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service. */
@SpringBootApplication
public class AnttMapApplication {

    public static void main(String[] args) {
        SpringApplication.run(AnttMapApplication.class, args);
    }
}
