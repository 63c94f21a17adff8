package service;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The class of `@SpringBootApplication class ServiceApplication`. */
@SpringBootApplication
public class ServiceApplication {}
