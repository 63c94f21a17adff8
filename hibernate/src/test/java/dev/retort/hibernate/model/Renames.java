/* SPDX-License-Identifier: Apache-2.0 */
package dev.retort.hibernate.model;

import dev.retort.annotation.RenamedFrom;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** Entities whose tables and columns had other names before. */
public final class Renames {

    private Renames() {}

    @MappedSuperclass
    public static class Base {

        @Id
        @RenamedFrom("ident")
        public long id;

        @RenamedFrom("made_at")
        public String createdAt = "";
    }

    @Embeddable
    public static class Address {

        @RenamedFrom("postcode")
        public String zip = "";
    }

    @Entity(name = "CustomerAccount")
    @Table(schema = "shop")
    @RenamedFrom({"kunde", "client"})
    @SecondaryTable(name = "customer_note", schema = "shop")
    public static class CustomerAccount extends Base {

        @RenamedFrom("mail")
        public String emailAddress = "";

        @Embedded
        public Address home = new Address();

        @Embedded
        @AttributeOverride(name = "zip", column = @Column(name = "work_zip"))
        public Address work = new Address();

        @Column(table = "customer_note", name = "\"Text\"")
        @RenamedFrom("note")
        public String text = "";

        @ManyToOne
        @RenamedFrom("boss_id")
        public CustomerAccount chief;

        @ElementCollection
        @CollectionTable(name = "customer_label", schema = "shop")
        @RenamedFrom("customer_tag")
        public List<String> labels = new ArrayList<>();

        @ElementCollection
        @CollectionTable(name = "customer_place", schema = "shop")
        public List<Address> places = new ArrayList<>();

        private String phone = "";

        @RenamedFrom("telephone")
        public String getPhone() {
            return phone;
        }

        public void setPhone(String phone) {
            this.phone = phone;
        }
    }

    @Entity(name = "Document")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    public static class Document extends Base {

        @RenamedFrom("name")
        public String title = "";
    }

    @Entity(name = "Invoice")
    @RenamedFrom("bill")
    public static class Invoice extends Document {}

    @Entity(name = "Animal")
    public static class Animal {

        @Id
        public long id;
    }

    @Entity(name = "Cat")
    @RenamedFrom("kitten")
    public static class Cat extends Animal {}

    @Entity(name = "Parcel")
    public static class Parcel {

        @Id
        public long id;

        @Embedded
        @RenamedFrom("target")
        public Address to = new Address();
    }

    @Entity(name = "Parent")
    public static class Parent {

        @Id
        public long id;

        @OneToMany(mappedBy = "parent")
        @RenamedFrom("kids")
        public List<Child> children = new ArrayList<>();
    }

    @Entity(name = "Child")
    public static class Child {

        @Id
        public long id;

        @ManyToOne
        public Parent parent;
    }
}
