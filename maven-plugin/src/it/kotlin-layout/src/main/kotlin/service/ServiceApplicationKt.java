package service;

import org.springframework.boot.SpringApplication;

/** The class of `fun main(args: Array<String>) { runApplication<ServiceApplication>(*args) }`. */
public final class ServiceApplicationKt {

    private ServiceApplicationKt() {}

    public static void main(String[] arguments) {
        SpringApplication.run(ServiceApplication.class, arguments);
    }
}
