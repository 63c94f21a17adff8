/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.boot.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The entities of a shop, written beside the database that {@code shop.sql} makes. */
@SuppressWarnings({"NullAway.Init", "unused"})
final class Entities {

    private Entities() {}

    enum OrderState {
        NEW,
        PAID,
        SHIPPED,
        CANCELED
    }

    enum MovementKind {
        IN,
        OUT,
        CORRECTION
    }

    @Entity(name = "Country")
    static class Country {
        @Id
        @Column(length = 2)
        String code;

        @Column(nullable = false, length = 100)
        String name;
    }

    @Entity(name = "Currency")
    static class Currency {
        @Id
        @Column(length = 3)
        String code;

        @Column(nullable = false)
        String name;

        int digits;
    }

    @Entity(name = "Address")
    static class Address {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String street;

        @Column(nullable = false)
        String city;

        @Column(length = 20)
        String postcode;

        @ManyToOne(optional = false)
        @JoinColumn(name = "country_code")
        Country country;
    }

    @Entity(name = "Customer")
    static class Customer {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(nullable = false, unique = true)
        String email;

        String displayName;

        @ManyToOne
        Address billingAddress;

        @ManyToOne
        Address shippingAddress;

        Instant createdAt;

        boolean active;
    }

    @Entity(name = "Category")
    static class Category {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(nullable = false)
        String name;

        @ManyToOne
        Category parent;
    }

    @Entity(name = "Brand")
    static class Brand {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(nullable = false)
        String name;
    }

    @Entity(name = "Product")
    static class Product {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(nullable = false, length = 40)
        String sku;

        @Column(nullable = false)
        String title;

        @Column(columnDefinition = "text")
        String description;

        @ManyToOne
        Brand brand;

        @ManyToMany
        Set<Category> categories;

        @ManyToMany
        Set<Tag> tags;

        @Version
        int version;
    }

    @Entity(name = "ProductImage")
    static class ProductImage {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ManyToOne(optional = false)
        Product product;

        @Column(nullable = false)
        String path;

        int position;
    }

    @Entity(name = "ProductVariant")
    static class ProductVariant {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ManyToOne(optional = false)
        Product product;

        @Column(length = 30)
        String color;

        @Column(name = "size_label", length = 10)
        String size;
    }

    @Entity(name = "Price")
    static class Price {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ManyToOne(optional = false)
        ProductVariant variant;

        @ManyToOne(optional = false)
        @JoinColumn(name = "currency_code")
        Currency currency;

        @Column(nullable = false, precision = 12, scale = 2)
        BigDecimal amount;

        LocalDate validFrom;
    }

    @Entity(name = "Warehouse")
    static class Warehouse {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(nullable = false)
        String name;

        @ManyToOne
        Address address;
    }

    @Entity(name = "StockItem")
    static class StockItem {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ManyToOne(optional = false)
        Warehouse warehouse;

        @ManyToOne(optional = false)
        ProductVariant variant;

        int quantity;
    }

    @Entity(name = "StockMovement")
    static class StockMovement {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ManyToOne(optional = false)
        StockItem item;

        int delta;

        @Enumerated(EnumType.STRING)
        MovementKind kind;

        Instant movedAt;
    }

    @Entity(name = "Supplier")
    static class Supplier {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(nullable = false)
        String name;

        String contact;
    }

    @Entity(name = "PurchaseOrder")
    static class PurchaseOrder {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ManyToOne(optional = false)
        Supplier supplier;

        LocalDate orderedOn;

        @Column(length = 20)
        String state;
    }

    @Entity(name = "PurchaseLine")
    static class PurchaseLine {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ManyToOne(optional = false)
        PurchaseOrder purchaseOrder;

        @ManyToOne(optional = false)
        ProductVariant variant;

        int quantity;
    }

    @Entity(name = "Cart")
    static class Cart {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ManyToOne
        Customer customer;

        Instant updatedAt;
    }

    @Entity(name = "CartItem")
    static class CartItem {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ManyToOne(optional = false)
        Cart cart;

        @ManyToOne(optional = false)
        ProductVariant variant;

        int quantity;
    }

    @Entity(name = "SalesOrder")
    static class SalesOrder {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ManyToOne(optional = false)
        Customer customer;

        @Column(nullable = false, length = 20)
        String number;

        @Enumerated(EnumType.STRING)
        OrderState state;

        Instant placedAt;

        @Column(precision = 14, scale = 2)
        BigDecimal total;

        @Column(length = 500)
        String note;

        @ManyToOne
        Voucher voucher;
    }

    @Entity(name = "OrderLine")
    static class OrderLine {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ManyToOne(optional = false)
        SalesOrder salesOrder;

        @ManyToOne(optional = false)
        ProductVariant variant;

        int quantity;

        @Column(precision = 12, scale = 2)
        BigDecimal unitPrice;

        boolean gift;
    }

    @Entity(name = "Payment")
    static class Payment {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ManyToOne(optional = false)
        SalesOrder salesOrder;

        @Column(precision = 14, scale = 2)
        BigDecimal amount;

        UUID reference;

        Instant paidAt;
    }

    @Entity(name = "Refund")
    static class Refund {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ManyToOne(optional = false)
        Payment payment;

        @Column(precision = 14, scale = 2)
        BigDecimal amount;

        String reason;
    }

    @Entity(name = "Carrier")
    static class Carrier {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(nullable = false)
        String name;

        String trackingUrl;
    }

    @Entity(name = "Shipment")
    static class Shipment {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ManyToOne(optional = false)
        SalesOrder salesOrder;

        @ManyToOne
        Carrier carrier;

        String trackingNumber;

        Instant shippedAt;
    }

    @Entity(name = "ShipmentItem")
    static class ShipmentItem {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ManyToOne(optional = false)
        Shipment shipment;

        @ManyToOne(optional = false)
        OrderLine orderLine;

        int quantity;
    }

    @Entity(name = "Voucher")
    static class Voucher {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(nullable = false, unique = true, length = 30)
        String code;

        @Column(precision = 5, scale = 2)
        BigDecimal percent;

        LocalDate expiresOn;
    }

    @Entity(name = "Review")
    static class Review {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @ManyToOne(optional = false)
        Product product;

        @ManyToOne(optional = false)
        Customer customer;

        int stars;

        @Column(length = 4000)
        String text;
    }

    @Entity(name = "Tag")
    static class Tag {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(nullable = false, length = 50)
        String name;
    }

    @Entity(name = "AuditEntry")
    static class AuditEntry {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(nullable = false)
        String action;

        @JdbcTypeCode(SqlTypes.JSON)
        Map<String, Object> details;

        Instant at;
    }

    @Entity(name = "SalesPerDay")
    static class SalesPerDay {
        @Id
        LocalDate day;

        long orders;

        BigDecimal total;
    }
}
